import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { StoredRecord } from '../../src-shared/host/messages';
import type { Collector, EvidenceDraft, EvidenceHeader, RawInput } from '../../src-shared/model/evidence';
import type { RunTarget } from '../../src-shared/model/run';

const compress = promisify(gzip);
/** Bytes up to which a thread of its own would cost more than the compression. */
const smallInput = 64 * 1024;

/** Raw input as it leaves the host. */
export interface CompressedRaw {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly gzip: Uint8Array;
}

/** Where collected things go, in the order given; the receiver stores evidence before it shows a later target state. */
export interface CollectSink {
  target(target: RunTarget): void;
  raw(raw: CompressedRaw): void;
  evidence(record: StoredRecord): void;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

/** Facts about a draft that the collector knows better than the probe or importer. */
export interface DraftOrigin {
  readonly collector: Collector;
  /** Used where the content does not say when it was collected (ISO 8601, UTC). */
  readonly collectedAt: string;
  /** SHA-256 of the raw input when the draft does not carry it. */
  readonly sha256?: string;
  /** The archive its file came in. */
  readonly archive?: NonNullable<EvidenceHeader['source']['archive']>;
}

/** Turns drafts into records with provenance and sends them, raw input first and once. */
export class RecordWriter {
  readonly #sink: CollectSink;
  readonly #sent = new Set<string>();

  constructor(sink: CollectSink) {
    this.#sink = sink;
  }

  /** Sends raw bytes unless the same were sent before; returns their SHA-256 (hex). */
  async writeRaw(raw: RawInput): Promise<string> {
    const sha256 = createHash('sha256').update(raw.bytes).digest('hex');
    if (!this.#sent.has(sha256)) {
      this.#sent.add(sha256);
      const { name, mediaType, bytes } = raw;
      this.#sink.raw({
        sha256,
        name: name.slice(0, 1024),
        mediaType,
        size: bytes.byteLength,
        gzip: bytes.byteLength <= smallInput ? gzipSync(bytes) : await compress(bytes),
      });
    }
    return sha256;
  }

  /** Sends one record and returns its header. */
  async write(draft: EvidenceDraft, origin: DraftOrigin): Promise<EvidenceHeader> {
    const sha256 = draft.raw === undefined ? origin.sha256 : await this.writeRaw(draft.raw);
    const header: EvidenceHeader = {
      id: randomUUID(),
      kind: draft.kind,
      target: draft.target.slice(0, 1024),
      source: {
        ...draft.source,
        location: draft.source.location.slice(0, 4096),
        ...(origin.archive === undefined ? {} : { archive: origin.archive }),
      },
      collectedAt: draft.collectedAt ?? origin.collectedAt,
      collector: origin.collector,
      ...(sha256 === undefined ? {} : { sha256 }),
      status: draft.status,
      ...(draft.failure === undefined ? {} : { failure: draft.failure }),
      facts: draft.facts,
      notes: (draft.notes ?? []).slice(0, 200).map((note) => note.slice(0, 2000)),
    };
    this.#sink.evidence({ header, dataJson: draft.data === undefined ? null : JSON.stringify(draft.data) });
    return header;
  }
}
