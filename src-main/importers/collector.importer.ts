import type { EvidenceDraft, EvidenceFailure } from '../../src-shared/model/evidence';
import type { Importer, ImportFile } from '../engine/importer';
import {
  type CollectorFile,
  type CollectorItem,
  isCollectorFile,
  readCollectorFile,
} from '../evidence/collector/collector-file';
import type { ItemContext, ItemDecoders, MainDecoder } from '../evidence/collector/item-decoder';
import { collectedKinds, itemDecoders } from '../evidence/collector/item-decoders';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, reasonOf, sourceOf, unreadableFile } from './file-drafts';

const id = 'collector';
const next = 'Run the collector of this version of Hello Preflight again on the machine, and import the file as it is.';

/** Files of the collectors in `assets/collectors`: one a machine, with a manifest and one item a read. */
const collectorImporter: Importer = {
  id,
  title: 'File of a collector',
  gives: collectedKinds,
  sizeLimit: 64 * 1024 * 1024,

  recognises: ({ bytes }) => isCollectorFile(decodeText(bytes)),

  async *read(files, { signal, progress }) {
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      progress(`Reading ${file.path}`, index);
      let collected: CollectorFile;
      try {
        collected = readCollectorFile(decodeText(await file.bytesOf()));
      } catch (error) {
        yield* failedDrafts(collectedKinds, sourceOf(id, file), unreadableFile(file, error, next));
        continue;
      }
      yield* draftsOf(collected, file);
    }
  },
};

export default collectorImporter;

function* draftsOf(collected: CollectorFile, file: ImportFile): Generator<EvidenceDraft> {
  const decoders: ItemDecoders = itemDecoders[collected.role] ?? {};
  const isKnown = ({ name }: CollectorItem): boolean => Object.hasOwn(decoders, name);
  const unknown = collected.items.filter((item) => !isKnown(item)).map(({ name }) => name);
  const general = [
    provenance(collected),
    ...(unknown.length === 0 ? [] : [`${file.path} has items that are not read: ${unknown.join(', ')}.`]),
  ];
  const context: ItemContext = {
    host: collected.host,
    role: collected.role,
    other: (name) => {
      const outcome = collected.items.find((item) => item.name === name)?.outcome;
      return outcome?.status === 'collected' ? outcome.objects : undefined;
    },
  };
  for (const item of collected.items.filter(isKnown)) {
    const decoder = decoders[item.name];
    if (decoder === undefined || 'supplements' in decoder) continue;
    const notes = [...general, ...notesOf(item, collected.items, decoders)];
    for (const draft of itemDrafts(item, decoder, context, file))
      yield { ...draft, notes, collectedAt: collected.collectedAt } as EvidenceDraft;
  }
}

const provenance = ({ host, collectedBy, elevated, scriptVersion }: CollectorFile): string =>
  `Collected on ${host} by ${collectedBy || 'an account that is not named'}, ${elevated ? 'elevated' : 'not elevated'}, with collector ${scriptVersion || 'of no version'}.`;

/** What is missing beside an item: its own hash, and reads that would complete it. */
function notesOf(item: CollectorItem, all: readonly CollectorItem[], decoders: ItemDecoders): readonly string[] {
  const unhashed =
    item.outcome.status === 'collected' && !item.outcome.isHashed
      ? ['The collector ran in constrained language, so the item has no SHA-256 to check.']
      : [];
  const missing = all.flatMap((other) => {
    const decoder = decoders[other.name];
    const completes = decoder !== undefined && 'supplements' in decoder && decoder.supplements === item.name;
    return completes && other.outcome.status !== 'collected'
      ? [`${other.name} was not collected (${other.outcome.status}); it needs ${other.right}.`]
      : [];
  });
  return [...unhashed, ...missing];
}

function itemDrafts(
  item: CollectorItem,
  decoder: MainDecoder,
  context: ItemContext,
  file: ImportFile,
): readonly EvidenceDraft[] {
  const source = sourceOf(id, file);
  const failed = (failure: EvidenceFailure): readonly EvidenceDraft[] =>
    failedDrafts(decoder.kinds, source, { ...failure, role: context.role }, decoder.target(context));
  if (item.outcome.status !== 'collected') return failed(failureOf(item, context.host, file));
  try {
    return decoder.read(item.outcome.objects, context).map(({ incomplete, ...fact }) => {
      const draft = { ...fact, source };
      // Kind and data come from the same fact, which TypeScript cannot follow through the union.
      return (
        incomplete === undefined
          ? { ...draft, status: 'complete' }
          : { ...draft, status: 'partial', failure: { ...damagedItem(item, incomplete, file), role: context.role } }
      ) as EvidenceDraft;
    });
  } catch (error) {
    return failed(damagedItem(item, `${reasonOf(error)}.`, file));
  }
}

function failureOf({ name, right, outcome }: CollectorItem, host: string, file: ImportFile): EvidenceFailure {
  const detail = 'error' in outcome && outcome.error !== '' ? ` ${outcome.error.replace(/\.$/u, '')}.` : '';
  switch (outcome.status) {
    case 'denied':
      return {
        reason: 'access-denied',
        code: 'collector-denied',
        message: `${host} denied the read of ${name}.${detail}`,
        next: `Run the collector again with this right: ${right}.`,
      };
    case 'absent':
      return {
        reason: 'not-collected',
        code: 'collector-absent',
        message: `${host} does not have what ${name} reads.${detail}`,
        next: 'Check that the collector was run on a machine of its role.',
      };
    case 'failed':
      return {
        reason: 'unreadable',
        code: 'collector-failed',
        message: `${host} could not be asked for ${name}.${detail}`,
        next: 'Put right what the error says, and run the collector again.',
      };
    default:
      return damagedItem({ name }, detail.trim(), file);
  }
}

const damagedItem = ({ name }: Pick<CollectorItem, 'name'>, sentence: string, file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'collector-item-damaged',
  message: `${name} in ${file.path} cannot be read. ${sentence}`,
  next,
});
