import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import {
  type BloodhoundMeta,
  type BloodhoundObject,
  bloodhoundAuthority,
  bloodhoundMeta,
  bloodhoundObjects,
  bloodhoundTemplate,
  bloodhoundThumbprints,
  isBloodhoundFile,
} from '../evidence/bloodhound';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, sourceOf, unknownTarget, unreadableFile } from './file-drafts';

const id = 'sharphound';
/** Parts with objects of AD CS are read whole; of the others only their type. */
const readLimit = 64 * 1024 * 1024;
const tailSize = 4096;
const next =
  'Export the directory with ldifde, or add a domain controller as a live source: both give every attribute that is judged.';

interface Part {
  readonly kind: EvidenceKind;
  /** Continues "it holds …, but not". */
  readonly lacks: string;
}

/** Types of parts → what they come nearest to, and what is missing for it. */
const parts: Readonly<Record<string, Part>> = {
  certtemplates: {
    kind: 'ad.certificate-templates',
    lacks: 'private key flags, key sizes and usages, superseded templates and whole permissions',
  },
  enterprisecas: {
    kind: 'ad.certification-authorities',
    lacks: 'the certificates of CAs and the names of their templates',
  },
  rootcas: { kind: 'ad.certification-authorities', lacks: 'the certificates themselves' },
  aiacas: { kind: 'ad.certification-authorities', lacks: 'the certificates themselves' },
  ntauthstores: { kind: 'ad.nt-auth', lacks: 'the certificates themselves, only their thumbprints' },
  issuancepolicies: { kind: 'ad.certificate-oids', lacks: 'every object identifier of the forest' },
  users: { kind: 'ad.pilot-users', lacks: 'the attributes of users that are judged' },
  computers: { kind: 'ad.pilot-computers', lacks: 'the attributes of computers that are judged' },
  groups: { kind: 'ad.groups', lacks: 'the attributes of groups that are judged' },
  domains: { kind: 'ad.domain', lacks: 'the attributes of domains that are judged' },
  gpos: { kind: 'ad.group-policy', lacks: 'versions and filters of group policies' },
  ous: { kind: 'ad.group-policy', lacks: 'the links of group policies as they are' },
  containers: { kind: 'ad.group-policy', lacks: 'the attributes of containers that are judged' },
};

const kinds = [...new Set(Object.values(parts).map(({ kind }) => kind))];

/** A part of a collection for BloodHound. Made to find paths of attack, none is whole enough to be judged: what it holds is shown, and what it lacks is said. */
const sharpHoundImporter: Importer = {
  id,
  title: 'Collection of SharpHound',
  gives: kinds,
  sizeLimit: 16 * 1024 ** 3,

  recognises: ({ text }) => isBloodhoundFile(text),

  async *read([file], { signal }) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const meta = bloodhoundMeta(file.text, await tailOf(file, signal));
      if (meta === undefined)
        throw new Error('It is cut off: what says which part of the collection it is stands at its end');
      const part = Object.hasOwn(parts, meta.type) ? parts[meta.type] : undefined;
      if (part === undefined) throw new Error(`It is the part “${meta.type}” of a collection, which is not read`);
      const failure = lackOf(file, meta, part);
      const drafts = file.size > readLimit ? [] : await draftsOf(file, meta, part);
      if (drafts.length === 0)
        yield { kind: part.kind, target: unknownTarget, source, status: 'failed', failure, facts: 0 };
      for (const draft of drafts) yield { ...draft, source, status: 'partial', failure } as EvidenceDraft;
    } catch (error) {
      signal.throwIfAborted();
      yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
    }
  },
};

export default sharpHoundImporter;

const lackOf = (file: ImportFile, { type, count }: BloodhoundMeta, { lacks }: Part): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'sharphound-part',
  message: `${file.path} is the part “${type}”${count === undefined ? '' : ` (objects: ${count})`} of a collection of SharpHound. It lacks ${lacks}, so nothing is judged by it.`,
  next,
});

async function tailOf(file: ImportFile, signal: AbortSignal): Promise<string> {
  let tail = Buffer.alloc(0);
  for await (const chunk of file.stream()) {
    signal.throwIfAborted();
    tail = Buffer.concat([tail, chunk.subarray(Math.max(0, chunk.byteLength - tailSize))]).subarray(-tailSize);
  }
  return tail.toString('utf8');
}

/** One draft a forest; none for parts of which nothing is shown. */
async function draftsOf(
  file: ImportFile,
  { type }: BloodhoundMeta,
  { kind }: Part,
): Promise<readonly Pick<EvidenceDraft, 'kind' | 'target' | 'data' | 'facts'>[]> {
  if (!['certtemplates', 'enterprisecas', 'ntauthstores'].includes(type)) return [];
  const objects = bloodhoundObjects(decodeText(await file.bytesOf()));
  const forests = [...new Set(objects.map(({ forest }) => forest))].filter((forest) => forest !== '').sort();
  return forests.map((forest) => {
    const own = objects.filter((object) => object.forest === forest);
    return { kind, target: forest, data: dataOf(type, own), facts: own.length } as const;
  });
}

function dataOf(type: string, objects: readonly BloodhoundObject[]): EvidenceDraft['data'] {
  switch (type) {
    case 'certtemplates':
      return { containerFound: true, templates: objects.map(bloodhoundTemplate) };
    case 'enterprisecas':
      return { containerFound: true, authorities: objects.map(bloodhoundAuthority), roots: [], intermediates: [] };
    default:
      return {
        objectFound: true,
        certificates: [],
        unreadableCertificates: objects.flatMap(bloodhoundThumbprints).length,
      };
  }
}
