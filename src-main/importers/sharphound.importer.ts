import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import { type Collection, type CollectionPart, toldByCollection } from '../evidence/bloodhound/collection';
import {
  type BloodhoundMeta,
  type BloodhoundObject,
  bloodhoundMeta,
  bloodhoundObjects,
  isBloodhoundFile,
} from '../evidence/bloodhound/collection-file';
import { decodeText } from '../evidence/text-decoding';
import type { ToldFact } from '../evidence/told-fact';
import { failedDrafts, sourceOf, unknownTarget, unreadableFile } from './file-drafts';

const id = 'sharphound';
/** Parts with objects of AD CS are read whole; of the others only their type. */
const readLimit = 64 * 1024 * 1024;
const tailSize = 4096;
const next =
  'Export the directory with ldifde, or add a domain controller as a live source: both give every attribute that is judged.';

/** Parts that are evidence, and what each is evidence of. */
const readParts: Readonly<Record<CollectionPart, EvidenceKind>> = {
  certtemplates: 'ad.certificate-templates',
  enterprisecas: 'ad.certification-authorities',
  ntauthstores: 'ad.nt-auth',
};

interface UnreadPart {
  readonly kind: EvidenceKind;
  /** Continues "it lacks …". */
  readonly lacks: string;
}

/** Parts that hold too little of what they come nearest to. */
const unreadParts: Readonly<Record<string, UnreadPart>> = {
  rootcas: { kind: 'ad.certification-authorities', lacks: 'the certificates themselves' },
  aiacas: { kind: 'ad.certification-authorities', lacks: 'the certificates themselves' },
  issuancepolicies: { kind: 'ad.certificate-oids', lacks: 'every object identifier of the forest' },
  users: { kind: 'ad.pilot-users', lacks: 'the attributes of users that are judged' },
  computers: { kind: 'ad.pilot-computers', lacks: 'the attributes of computers that are judged' },
  groups: { kind: 'ad.groups', lacks: 'the attributes of groups that are judged' },
  domains: { kind: 'ad.domain', lacks: 'the attributes of domains that are judged' },
  gpos: { kind: 'ad.group-policy', lacks: 'versions and filters of group policies' },
  ous: { kind: 'ad.group-policy', lacks: 'the links of group policies as they are' },
  containers: { kind: 'ad.group-policy', lacks: 'the attributes of containers that are judged' },
};

const told: readonly EvidenceKind[] = [...Object.values(readParts), 'ca.settings', 'pki.enrolment-endpoints'];

/**
 * Collections for BloodHound. Made to find paths of attack, they tell of AD CS what an attacker asks: templates, who publishes them and rights that somebody has.
 * What they leave out is marked in the evidence, and nothing rests on it. The parts of a drop are read together, because one names by GUID what another describes.
 */
const sharpHoundImporter: Importer = {
  id,
  title: 'Collection of SharpHound',
  gives: told,
  sizeLimit: 16 * 1024 ** 3,
  together: true,

  recognises: ({ text }) => isBloodhoundFile(text),

  async *read(files, { signal }) {
    const read: ReadPart[] = [];
    const lacking: EvidenceDraft[] = [];
    for (const file of files) {
      try {
        const part = await partOf(file, signal);
        if ('objects' in part) read.push(part);
        else lacking.push(lackOf(file, part.meta, part.lack));
      } catch (error) {
        signal.throwIfAborted();
        yield* failedDrafts(told, sourceOf(id, file), unreadableFile(file, error, next));
      }
    }
    for (const isOfSharpHound of [true, false])
      yield* draftsOf(read.filter((part) => part.meta.isOfSharpHound === isOfSharpHound));
    // What is told comes before what is not: the row of the run shows its first remarks.
    yield* lacking;
  },
};

export default sharpHoundImporter;

interface ReadPart {
  readonly file: ImportFile;
  readonly meta: BloodhoundMeta;
  readonly part: CollectionPart;
  readonly objects: readonly BloodhoundObject[];
}

/** Throws an Error with a sentence when it is none that can be read. */
async function partOf(
  file: ImportFile,
  signal: AbortSignal,
): Promise<ReadPart | { readonly meta: BloodhoundMeta; readonly lack: UnreadPart }> {
  const meta = bloodhoundMeta(file.text, await tailOf(file, signal));
  if (meta === undefined)
    throw new Error('It is cut off: what says which part of the collection it is stands at its end');
  const { type, version } = meta;
  if (version !== 5 && version !== 6)
    throw new Error(
      `It is of ${version === undefined ? 'no known version' : `version ${version}`} of the format, and versions 5 and 6 are read`,
    );
  const lack = Object.hasOwn(unreadParts, type) ? unreadParts[type] : undefined;
  if (lack !== undefined) return { meta, lack };
  if (!isReadPart(type)) throw new Error(`It is the part “${type}” of a collection, which is not read`);
  if (file.size > readLimit)
    throw new Error(`It has more than ${readLimit / 1024 / 1024} MiB, more than any forest has of this part`);
  return { file, meta, part: type, objects: bloodhoundObjects(decodeText(await file.bytesOf()), meta) };
}

const isReadPart = (type: string): type is CollectionPart => Object.hasOwn(readParts, type);

function lackOf(file: ImportFile, { type, count }: BloodhoundMeta, { kind, lacks }: UnreadPart): EvidenceDraft {
  const objects = count === undefined ? '' : ` (objects: ${count})`;
  const failure: EvidenceFailure = {
    reason: 'not-collected',
    code: 'sharphound-part',
    message: `${file.path} is the part “${type}”${objects} of a collection of SharpHound. It lacks ${lacks}, so nothing is judged by it.`,
    next,
  };
  const source = sourceOf(id, file);
  return { kind, target: unknownTarget, source, status: 'failed', isInherent: true, failure, facts: 0 };
}

async function tailOf(file: ImportFile, signal: AbortSignal): Promise<string> {
  let tail = Buffer.alloc(0);
  for await (const chunk of file.stream()) {
    signal.throwIfAborted();
    tail = Buffer.concat([tail, chunk.subarray(Math.max(0, chunk.byteLength - tailSize))]).subarray(-tailSize);
  }
  return tail.toString('utf8');
}

/** What parts of one origin tell; what was not written by SharpHound itself is shown and not judged. */
function* draftsOf(parts: readonly ReadPart[]): Generator<EvidenceDraft> {
  const objectsOf = (type: CollectionPart): readonly BloodhoundObject[] =>
    parts.filter(({ part }) => part === type).flatMap(({ objects }) => objects);
  const collection: Collection = {
    certtemplates: objectsOf('certtemplates'),
    enterprisecas: objectsOf('enterprisecas'),
    ntauthstores: objectsOf('ntauthstores'),
  };
  for (const { part, ...fact } of toldByCollection(collection)) {
    const own = parts.find((one) => one.part === part);
    if (own !== undefined) yield draftOf(fact, own);
  }
  for (const { file, meta, part, objects } of parts)
    if (objects.length === 0) yield lackOf(file, meta, { kind: readParts[part], lacks: 'any object of a directory' });
}

function draftOf(fact: ToldFact, { file, meta }: ReadPart): EvidenceDraft {
  const draft = { ...fact, source: sourceOf(id, file) };
  if (meta.isOfSharpHound) return { ...draft, status: 'complete' } as EvidenceDraft;
  const failure: EvidenceFailure = {
    reason: 'not-collected',
    code: 'sharphound-other-collector',
    message: `${file.path} has the form of SharpHound, but does not say that SharpHound wrote it. Other collectors fill the same properties differently, so nothing is judged by it.`,
    next: 'Collect with SharpHound itself, or export the directory with ldifde.',
  };
  return { ...draft, status: 'partial', isInherent: true, failure } as EvidenceDraft;
}
