import type { EvidenceDraft, EvidenceKind, EvidenceSource } from '../../src-shared/model/evidence';
import type { Scope } from '../../src-shared/model/scope';

/** Bytes of a file that recognition sees. */
export const headSize = 64 * 1024;

/** What recognition may look at; never the file name alone decides a verdict. */
export interface FileHead {
  /** Base name. */
  readonly name: string;
  /** Path relative to what was dropped, `/`-separated (`sysvol/contoso.com/Policies/{…}/Machine/registry.pol`). */
  readonly path: string;
  readonly size: number;
  /** The first `headSize`. */
  readonly bytes: Uint8Array;
  /** `bytes` decoded by its byte order mark or as UTF-8 (lossy). */
  readonly text: string;
}

export type ArchiveOfFile = NonNullable<EvidenceSource['archive']>;

export interface ImportFile extends FileHead {
  /** Absolute path, for `source.location`; of a member of an archive `/drop/clients.zip!/hall/pc1.txt`. */
  readonly location: string;
  /** The archive that was handed over, when the file lies in one. */
  readonly archive?: ArchiveOfFile;
  /** Streams the whole file; throws when it grows beyond the importer's limit. */
  stream(): AsyncIterable<Uint8Array>;
  /** The whole file; only for formats with a small limit. */
  bytesOf(): Promise<Uint8Array>;
}

export interface ImportContext {
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly progress: (phase: string, facts: number) => void;
  /** Other files of the same drop, for formats that come in several files (registry.pol beside gpt.ini). */
  readonly siblings: readonly ImportFile[];
}

/** Turns a file into the same evidence the probes give. One file `*.importer.ts`, default export. */
export interface Importer {
  readonly id: string;
  /** `LDIF export of Active Directory` */
  readonly title: string;
  /**
   * Kinds a file of this format gives. When such a file cannot be read at all (too large, unreadable, an error of ours), the engine records a failure of each
   * under the target `*` (not known which), which explains what is missing and takes nothing away from what other sources gave.
   */
  readonly gives: readonly EvidenceKind[];
  /** Bytes above which the file is refused. */
  readonly sizeLimit: number;
  /** True when several files of this format are read together as one (an LDIF export split by partition). */
  readonly together?: boolean;
  /** True when files of this format come by the thousand: they are read one by one and make one row of the run. */
  readonly isFleet?: boolean;
  /** By content first; cheap and total: never throws. */
  recognises(head: FileHead): boolean;
  /**
   * Yields evidence; damaged input is yielded as `failed` or `partial` drafts of the kinds it should have given, with a sentence that names file and place.
   * `files` has one element unless `together`.
   */
  read(files: readonly ImportFile[], context: ImportContext): AsyncIterable<EvidenceDraft>;
}
