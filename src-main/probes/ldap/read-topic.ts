import type { EvidenceDraft, EvidenceFailure, RawInput } from '../../../src-shared/model/evidence';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectorySearch,
  DirectoryTopic,
} from '../../evidence/directory/directory-topic';
import { printable } from '../../evidence/printable';
import { accessFailure, isBaseReadable, isReadable, withObjectClass } from './access-gaps';
import { ldapFailure } from './ldap-failure';
import { LdifText } from './ldif-text';
import { type SearchSummary, searchAll } from './search';
import type { DirectoryConnection } from './sign-in';

/** What was read is stored as text up to here; larger answers are kept as facts only. */
const rawLimit = 8 * 1024 * 1024;
const progressInterval = 200;

export interface TopicJob {
  readonly topic: DirectoryTopic;
  readonly context: DirectoryContext;
  readonly connection: DirectoryConnection;
  readonly signal: AbortSignal;
  readonly progress: (phase: string, facts: number) => void;
}

/** The DNS name that records of a topic are about. */
export const topicTarget = (topic: DirectoryTopic, context: DirectoryContext): string =>
  topic.per === 'forest' ? context.forest : context.domain.dnsRoot;

/** Reads one topic to one record: complete, partial with what had arrived when it broke off, or failed. Rejects only for bugs. */
export async function readTopic({ topic, context, connection, signal, progress }: TopicJob): Promise<EvidenceDraft> {
  const target = topicTarget(topic, context);
  const searches = topic.searches(context).map(withObjectClass);
  const reader = topic.reader(context);
  const reading = new TopicReading(connection, (entry, count) => {
    reader.add(entry);
    if (count % progressInterval === 0) progress(`Reading ${topic.kind} of ${target}`, count);
  });
  const broken = await reading.run(searches).catch((error: unknown) => ldapFailure(error, connection.endpoint, signal));
  const failure = broken ?? reading.accessFailure();
  const base = {
    kind: topic.kind,
    target,
    source: { way: 'probe', by: 'directory', location: `${connection.url}${searches[0]?.base ?? ''}` },
  } as const;
  const { notes } = reading;
  if (failure !== undefined && reading.count === 0)
    return { ...base, status: 'failed', failure, facts: 0, notes } as EvidenceDraft;
  const { data, facts, notes: remarks, incomplete } = reader.finish();
  const gap = failure ?? (incomplete === undefined ? undefined : incompleteAnswer(incomplete));
  const raw = reading.raw(`${topic.kind} ${target}.ldif`);
  // Kind and data come from the same topic, which TypeScript cannot follow through the list of topics.
  return {
    ...base,
    status: gap === undefined ? 'complete' : 'partial',
    data,
    facts,
    notes: [
      ...remarks,
      ...notes,
      ...(raw === undefined ? ['The entries are not kept as text: they are larger than 8 MB.'] : []),
    ],
    ...(gap === undefined ? {} : { failure: gap }),
    ...(raw === undefined ? {} : { raw }),
  } as EvidenceDraft;
}

/** The searches of one topic while they run: what to remark on, what may not be read, what was received as text. */
class TopicReading {
  count = 0;
  readonly notes: string[] = [];
  readonly #hidden: string[] = [];
  readonly #ldif = new LdifText(rawLimit);
  readonly #connection: DirectoryConnection;
  readonly #onEntry: (entry: DirectoryEntry, count: number) => void;

  constructor(connection: DirectoryConnection, onEntry: (entry: DirectoryEntry, count: number) => void) {
    this.#connection = connection;
    this.#onEntry = onEntry;
  }

  async run(searches: readonly DirectorySearch[]): Promise<undefined> {
    const { session } = this.#connection;
    for (const search of searches) {
      this.#ldif.search(search);
      let received = 0;
      const summary = await searchAll(session, search, (entry) => {
        received += 1;
        this.#add(entry, search);
      });
      this.#remarkOn(search, summary);
      const isSilent = received === 0 && summary.baseFound && search.scope !== 'base';
      if (isSilent && !(await isBaseReadable(session, search.base))) this.#hidden.push(search.base);
    }
  }

  #add(entry: DirectoryEntry, { keepsHidden = false }: DirectorySearch): void {
    this.#ldif.entry(entry);
    if (!keepsHidden && !isReadable(entry)) {
      this.#hidden.push(entry.dn);
      return;
    }
    this.count += 1;
    this.#onEntry(entry, this.count);
  }

  #remarkOn(search: DirectorySearch, { baseFound, references }: SearchSummary): void {
    if (!baseFound) this.notes.push(`${printable(search.base)} does not exist, or is hidden from the account.`);
    if (references.length === 0) return;
    const places = [...new Set(references)].slice(0, 10).map((url) => printable(url, 150));
    this.notes.push(`Parts held elsewhere were not followed: ${places.join(', ')}.`);
  }

  accessFailure(): EvidenceFailure | undefined {
    return this.#hidden.length === 0 ? undefined : accessFailure(this.#hidden);
  }

  raw(name: string): RawInput | undefined {
    const bytes = this.#ldif.bytes();
    return bytes === undefined ? undefined : { name, mediaType: 'text/plain', bytes };
  }
}

const incompleteAnswer = (sentence: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'directory-incomplete',
  message: sentence,
  next: 'Check that the account may read these objects and attributes, then read the incomplete targets again.',
});
