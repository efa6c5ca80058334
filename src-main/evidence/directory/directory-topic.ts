import type { EvidenceDataByKind, EvidenceKind } from '../../../src-shared/model/evidence';
import type { Scope } from '../../../src-shared/model/scope';

/** An entry as LDAP or LDIF gives it. Attribute names are lower case and without options; values are raw bytes. */
export interface DirectoryEntry {
  readonly dn: string;
  readonly attributes: ReadonlyMap<string, readonly Buffer[]>;
}

/** A search whose base does not exist (result 32) gives no entries; that is an answer, not a failure. */
export interface DirectorySearch {
  /** A distinguished name, or `<SID=…>` / `<GUID=…>`. */
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  readonly filter: string;
  readonly attributes: readonly string[];
  /** Ask for owner, group and DACL (SD-flags control, value 7). */
  readonly securityDescriptor?: boolean;
  /**
   * Entries the account may not read, which come without any attribute, are given to the reader instead of making the record partial: for containers in which
   * a hidden object is a fact like any other.
   */
  readonly keepsHidden?: boolean;
  /** Attributes that may come in ranges (`member;range=0-1499`) and are to be read to the end. */
  readonly ranged?: readonly string[];
}

/** A pilot group as found in the directory. */
export interface PilotGroup {
  /** As the directory spells it. */
  readonly dn: string;
  /** `S-1-…`; absent when not returned. */
  readonly sid?: string;
  /** `groupType`, unsigned; absent when not returned. */
  readonly groupType?: number;
  /** Exports only: DNs (lower case) of the group and every group nested in it. */
  readonly nestedGroups?: ReadonlySet<string>;
  /** Exports only: DNs (lower case) of its direct members. */
  readonly directMembers?: ReadonlySet<string>;
}

export interface DirectoryContext {
  /** DNS name of the forest root domain, lower case. */
  readonly forest: string;
  readonly configurationNamingContext: string;
  readonly schemaNamingContext: string;
  readonly rootDomainNamingContext: string;
  /** The domain a `domain` topic is read for. */
  readonly domain: { readonly dnsRoot: string; readonly namingContext: string };
  readonly scope: Scope;
  /** `search`: the server has filtered already; `export`: the reader must pick its entries itself. */
  readonly origin: 'search' | 'export';
  /**
   * The pilot groups of the scope that exist, by the text that names them there (`population.group`). A probe runs {@link pilotGroupSearches} before the
   * topics and fills this with {@link pilotGroupOf}; groups that are not found are left out, and the topics then search nothing.
   */
  readonly pilotGroups: ReadonlyMap<string, PilotGroup>;
  /**
   * Host names of the CAs of the forest, lower case; undefined = not known. A probe knows them before the topics are read, an export only when all its entries
   * are: readers ask when they finish.
   */
  readonly authorityHosts: () => readonly string[] | undefined;
}

export interface TopicResult<K extends EvidenceKind> {
  readonly data: EvidenceDataByKind[K];
  readonly facts: number;
  readonly notes: readonly string[];
  /** Sentence; present when something needed was left out or missing, so that the record must be `partial` and is never judged on. */
  readonly incomplete?: string;
}

/** Reduces entries to evidence while they stream by; nothing but the result may grow with the directory. */
export interface TopicReader<K extends EvidenceKind> {
  add(entry: DirectoryEntry): void;
  finish(): TopicResult<K>;
}

/**
 * One kind of directory evidence, read the same way from a live server and from an export: what to search for, which entries of an export belong to it, and
 * how entries become facts.
 */
export interface DirectoryTopic<K extends EvidenceKind = EvidenceKind> {
  readonly kind: K;
  /** One record per forest or one per domain. */
  readonly per: 'forest' | 'domain';
  searches(context: DirectoryContext): readonly DirectorySearch[];
  /** Whether an entry of an export belongs to this topic. `dn` is the entry's DN in lower case. */
  accepts(dn: string, entry: DirectoryEntry): boolean;
  /**
   * DNs (lower case) an export must hold, all of them, to span the topic: its container and a sign that the container was read in depth. Without them
   * nothing can be said to be missing.
   */
  span(context: DirectoryContext): readonly string[];
  reader(context: DirectoryContext): TopicReader<K>;
}
