import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { RootDse } from '../../../src-shared/model/evidence/directory';
import type { Scope } from '../../../src-shared/model/scope';
import type { ImportFile } from '../../engine/importer';
import { AuthorityHosts } from '../../evidence/directory/authority-hosts';
import type {
  DirectoryContext,
  DirectoryEntry,
  DirectoryTopic,
  PilotGroup,
  TopicReader,
} from '../../evidence/directory/directory-topic';
import { directoryTopics } from '../../evidence/directory/directory-topics';
import { rootDse } from '../../evidence/directory/root-dse';
import { dnsNameOf, domainPartOf, normalDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { failedDrafts, sourceOf, unreadableFile } from '../file-drafts';

const importerId = 'ldif';
const partLimit = 200;
const topics: readonly DirectoryTopic[] = directoryTopics;

/** A topic of one forest or domain while the files are read. */
interface TopicReading {
  readonly topic: DirectoryTopic;
  readonly reader: TopicReader<DirectoryTopic['kind']>;
  readonly missing: Set<string>;
  readonly files: Set<ImportFile>;
  accepted: number;
}

/** A forest's configuration or a domain. */
interface Part {
  readonly target: string;
  readonly readings: readonly TopicReading[];
}

/** What is wrong with a file, as a sentence. */
export type DamagedFiles = ReadonlyMap<ImportFile, string>;

/**
 * One directory put together from all files of an export. Which forests and domains there are is learnt from the distinguished names; a topic gives a
 * complete record only where the export is seen to span it.
 */
export class ExportedDirectory {
  readonly #scope: Scope;
  readonly #pilotGroups: ReadonlyMap<string, PilotGroup>;
  /** Of all forests in the export: a domain may be read before the configuration that says which forest it is of. */
  readonly #authorityHosts = new AuthorityHosts();
  readonly #forests = new Map<string, Part>();
  readonly #domains = new Map<string, Part>();
  readonly #rootDses: { readonly data: RootDse; readonly file: ImportFile }[] = [];
  /** Entries without a name that are not the rootDSE of a domain controller. */
  readonly #otherRoots: { readonly error: unknown; readonly file: ImportFile }[] = [];

  constructor(scope: Scope, pilotGroups: ReadonlyMap<string, PilotGroup>) {
    this.#scope = scope;
    this.#pilotGroups = pilotGroups;
  }

  add(entry: DirectoryEntry, file: ImportFile): void {
    const dn = normalDn(entry.dn);
    if (dn === '') this.#addRootDse(entry, file);
    const namingContext = domainPartOf(dn);
    if (namingContext === '') return;
    const isConfiguration = dn.endsWith(`cn=configuration,${namingContext}`);
    if (isConfiguration) this.#authorityHosts.add(entry);
    const part = isConfiguration ? this.#part('forest', namingContext) : this.#part('domain', namingContext);
    for (const reading of part?.readings ?? []) {
      const spans = reading.missing.delete(dn);
      const belongs = reading.topic.accepts(dn, entry);
      if (!spans && !belongs) continue;
      reading.files.add(file);
      if (!belongs) continue;
      reading.accepted += 1;
      reading.reader.add(entry);
    }
  }

  #addRootDse(entry: DirectoryEntry, file: ImportFile): void {
    try {
      this.#rootDses.push({ data: rootDse(entry), file });
    } catch (error) {
      this.#otherRoots.push({ error, file });
    }
  }

  #part(per: 'forest' | 'domain', namingContext: string): Part | undefined {
    const parts = per === 'forest' ? this.#forests : this.#domains;
    const known = parts.get(namingContext);
    if (known !== undefined || parts.size >= partLimit) return known;
    const context = this.#contextOf(namingContext);
    const readings = topics
      .filter((topic) => topic.per === per)
      .map((topic) => ({
        topic,
        reader: topic.reader(context),
        missing: new Set(topic.span(context)),
        files: new Set<ImportFile>(),
        accepted: 0,
      }));
    const part = { target: dnsNameOf(namingContext), readings };
    parts.set(namingContext, part);
    return part;
  }

  #contextOf(namingContext: string): DirectoryContext {
    const configurationNamingContext = `CN=Configuration,${namingContext}`;
    return {
      // Of a domain below the root its own name: nothing that is read per domain depends on it.
      forest: dnsNameOf(namingContext),
      configurationNamingContext,
      schemaNamingContext: `CN=Schema,${configurationNamingContext}`,
      rootDomainNamingContext: namingContext,
      domain: { dnsRoot: dnsNameOf(namingContext), namingContext },
      scope: this.#scope,
      origin: 'export',
      pilotGroups: this.#pilotGroups,
      authorityHosts: () => this.#authorityHosts.list(),
    };
  }

  *drafts(damaged: DamagedFiles): Generator<EvidenceDraft> {
    for (const { data, file } of this.#rootDses) yield this.#rootDseDraft(data, file, damaged);
    for (const { error, file } of this.#otherRoots)
      yield* failedDrafts(['ad.root-dse'], sourceOf(importerId, file), unreadableFile(file, error, exportAgain));
    for (const part of [...this.#forests.values(), ...this.#domains.values()]) {
      for (const reading of part.readings) {
        if (reading.accepted > 0 || (reading.missing.size === 0 && isWholePart(part)))
          yield this.#topicDraft(part.target, reading, damaged);
      }
    }
  }

  #rootDseDraft(data: RootDse, file: ImportFile, damaged: DamagedFiles): EvidenceDraft {
    const failure = damageFailure([file], damaged);
    return {
      kind: 'ad.root-dse',
      target: data.dnsHostName.toLowerCase(),
      source: sourceOf(importerId, file),
      data,
      facts: Object.keys(data).length,
      ...(failure === undefined ? { status: 'complete' } : { status: 'partial', failure }),
      ...(data.currentTime === undefined ? {} : { collectedAt: data.currentTime }),
    };
  }

  #topicDraft(target: string, { topic, reader, missing, files }: TopicReading, damaged: DamagedFiles): EvidenceDraft {
    const { data, facts, notes, incomplete } = reader.finish();
    const [file, ...others] = files;
    if (file === undefined) throw new Error(`${topic.kind} was read from no file`);
    const failure =
      damageFailure([...files], damaged) ??
      (missing.size > 0 ? notSpannedFailure([...missing]) : undefined) ??
      (incomplete === undefined ? undefined : incompleteFailure(incomplete));
    const collectedAt = this.#timeOf(target);
    // Kind and data come from the same topic, which the compiler cannot see through the list of all topics.
    return {
      kind: topic.kind,
      target,
      source: sourceOf(importerId, file),
      data,
      facts,
      notes: [...notes, ...others.map((other) => `Also read from ${other.path}.`)],
      ...(failure === undefined ? { status: 'complete' } : { status: 'partial', failure }),
      ...(collectedAt === undefined ? {} : { collectedAt }),
    } as EvidenceDraft;
  }

  /** The time a rootDSE of the same domain or forest in the export states. */
  #timeOf(target: string): string | undefined {
    const same = this.#rootDses.find(({ data }) => {
      const forest = dnsNameOf(data.rootDomainNamingContext);
      return target === forest || target.endsWith(`.${forest}`) || target === dnsNameOf(data.defaultNamingContext);
    });
    return same?.data.currentTime;
  }
}

/** Application partitions such as DomainDnsZones have names like domains, but no head of one: nothing can be missing there. */
const isWholePart = ({ readings }: Part): boolean =>
  readings.every(({ topic, accepted }) => topic.kind !== 'ad.domain' || accepted > 0);

const exportAgain =
  'Export the partition again from its head, with all attributes and without a filter, and import it with the other files.';

function damageFailure(files: readonly ImportFile[], damaged: DamagedFiles): EvidenceFailure | undefined {
  const sentences = files.flatMap((file) => damaged.get(file) ?? []);
  return sentences.length === 0
    ? undefined
    : { reason: 'unreadable', code: 'ldif-damaged', message: sentences.join(' ').slice(0, 2000), next: exportAgain };
}

const notSpannedFailure = (missing: readonly string[]): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'ldif-not-spanned',
  message: `The export does not hold ${missing.map((dn) => printable(dn, 300)).join(' and ')}, so it cannot be known whether all that belongs here is in it.`,
  next: exportAgain,
});

const incompleteFailure = (sentence: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'ldif-incomplete',
  message: sentence,
  next: exportAgain,
});
