import type { EvidenceDataByKind, EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { EntraDevice, EntraDomain, EntraUser } from '../../src-shared/model/evidence/entra';
import type { Importer, ImportFile } from '../engine/importer';
import { type GraphListName, graphList, listOf, looksLikeList } from '../evidence/graph/lists';
import { type GraphResponse, readGraphResponse } from '../evidence/graph/response';
import type { GraphTopic } from '../evidence/graph/topic';
import { graphTopics } from '../evidence/graph/topics';
import { type JsonObject, stringOf } from '../evidence/json';
import { decodeText } from '../evidence/text-decoding';
import {
  dnsNameIn,
  failedDrafts,
  isWebPage,
  nameWithoutExtension,
  sourceOf,
  unknownTarget,
  unreadableFile,
} from './file-drafts';
import { kindOfName } from './graph-file-names';
import { PagedList } from './paged-list';

const kinds: readonly EvidenceKind[] = [
  'entra.organization',
  'entra.domains',
  'entra.federation-configuration',
  'entra.devices',
  'entra.users',
  ...graphTopics.map(({ kind }) => kind),
];
const tenant = 'tenant';
const next = 'Save the whole answer of Microsoft Graph as JSON, with its @odata.context, and import it.';

/** Saved answers of Microsoft Graph, v1.0 and beta. Pages of one list are put together, and lists that one kind is made of. */
const graphJsonImporter: Importer = {
  id: 'graph-json',
  title: 'Saved answers of Microsoft Graph',
  gives: kinds,
  sizeLimit: 256 * 1024 * 1024,
  together: true,

  recognises({ path, text }) {
    if (isWebPage(text)) return /\.json$/iu.test(path) && kindOfName(path) !== undefined;
    if (!/^\s*[[{]/u.test(text)) return false;
    return (
      /"@odata\.context"\s*:\s*"https:\/\/graph\.[^"]{1,100}\$metadata#(?:(?:organization|domains|devices)\b|users(?:"|\((?!')|\/\$entity))/u.test(
        text,
      ) ||
      namesList(text) ||
      (!text.includes('"@odata.context"') && looksJudged(text)) ||
      (/"error"\s*:\s*\{\s*"code"\s*:/u.test(text) && kindOfName(path) !== undefined)
    );
  },

  async *read(files, { signal, progress }) {
    const devices = new PagedList<EntraDevice>((device) => device.deviceId);
    const domains = new PagedList<EntraDomain>((domain) => domain.id);
    const users = new PagedList<EntraUser>((user) => user.id);
    const lists: Lists = new Map();
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      progress(`Reading ${file.path}`, index);
      try {
        const text = decodeText(await file.bytesOf());
        if (isWebPage(text)) throw new Error('It holds a web page (of a sign-in or an error) in place of the answer');
        const response = readGraphResponse(text, domainInName(file));
        if (response.kind === 'devices') devices.add(file, response.devices, response.more);
        else if (response.kind === 'domains') domains.add(file, response.domains, response.more);
        else if (response.kind === 'users') users.add(file, response.users, response.more);
        else if (response.kind === 'list') addTo(lists, file, response);
        else yield* draftsOf(response, file);
      } catch (error) {
        const kind = kindOfName(file.path);
        yield* failedDrafts(
          kind === undefined ? kinds : [kind],
          sourceOf('graph-json', file),
          unreadableFile(file, error, next),
        );
      }
    }
    yield* listDraft('entra.devices', devices, { devices: devices.items, complete: devices.isComplete });
    yield* listDraft('entra.domains', domains, { domains: domains.items });
    yield* listDraft('entra.users', users, { users: users.items, complete: users.isComplete });
    for (const topic of graphTopics) yield* topicDraft(topic, lists);
  },
};

export default graphJsonImporter;

/** The answer is of a list that a topic takes, as its context says. */
function namesList(text: string): boolean {
  const path = /"@odata\.context"\s*:\s*"https:\/\/graph\.[^"]{1,100}\$metadata#([^"]{1,2000})"/u.exec(text)?.[1];
  return path !== undefined && listOf(path, undefined) !== undefined;
}

/** Answers saved without their context are told by properties that only these objects have. */
const looksJudged = (text: string): boolean =>
  looksLikeList(text) ||
  /"(?:verifiedDomains|passiveSignInUri|trustType|onPremisesImmutableId)"\s*:/u.test(text) ||
  (/"isVerified"\s*:/u.test(text) && /"authenticationType"\s*:/u.test(text));

const morePagesFailure = (file: ImportFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'graph-more-pages',
  message: `${file.path} is not the whole list: the answer names a next page (@odata.nextLink), which is not among the files.`,
  next: 'Follow @odata.nextLink to the end, save every page and import them together.',
});

function* listDraft<K extends 'entra.devices' | 'entra.domains' | 'entra.users'>(
  kind: K,
  { file, items, isComplete, notes }: Pick<PagedList<unknown>, 'file' | 'items' | 'isComplete' | 'notes'>,
  data: EvidenceDataByKind[K],
): Generator<EvidenceDraft> {
  if (file === undefined) return;
  const draft = { kind, target: tenant, source: sourceOf('graph-json', file), data, facts: items.length, notes };
  // Kind and data belong together by the parameters, which the compiler cannot see in the union of drafts.
  yield (
    isComplete ? { ...draft, status: 'complete' } : { ...draft, status: 'partial', failure: morePagesFailure(file) }
  ) as EvidenceDraft;
}

type Lists = Map<GraphListName, PagedList<JsonObject>>;

function addTo(lists: Lists, file: ImportFile, response: Extract<GraphResponse, { kind: 'list' }>): void {
  const { title, isSingle = false } = graphList(response.list);
  if (response.isEntity && !isSingle) throw new Error(`It holds one object only; save the whole list of ${title}`);
  const list = lists.get(response.list) ?? new PagedList<JsonObject>(keyOf);
  lists.set(response.list, list);
  // An answer about one user names the user in its context only.
  const user = /\$metadata#users\('([^']{1,256})'\)/u.exec(response.context)?.[1];
  const items =
    user === undefined
      ? response.items
      : response.items.map((item) => ({ ...item, userPrincipalName: decodeURIComponent(user) }));
  list.add(file, items, response.more);
}

const keyOf = (item: JsonObject): string => stringOf(item, 'id') ?? stringOf(item, 'appId') ?? JSON.stringify(item);

/** Nothing when no file is about it; partial when a page or one of its lists is missing. */
function* topicDraft(topic: GraphTopic, lists: Lists): Generator<EvidenceDraft> {
  const found = topic.lists.flatMap((name) => lists.get(name) ?? []);
  const file = found[0]?.file;
  if (file === undefined) return;
  const missing = topic.lists.filter((name) => !lists.has(name));
  const open = found.find(({ isComplete }) => !isComplete)?.file;
  const failure = open !== undefined ? morePagesFailure(open) : missing.length > 0 ? missingLists(missing) : undefined;
  const base = { kind: topic.kind, target: tenant, source: sourceOf('graph-json', file) };
  try {
    const read = topic.read({ items: (name) => lists.get(name)?.items ?? [], complete: open === undefined });
    const draft = { ...base, ...read, notes: found.flatMap(({ notes }) => notes) };
    // Kind and data belong together by the topic, which the compiler cannot see in the union of drafts.
    yield (
      failure === undefined ? { ...draft, status: 'complete' } : { ...draft, status: 'partial', failure }
    ) as EvidenceDraft;
  } catch (error) {
    yield { ...base, status: 'failed', failure: unreadableFile(file, error, next), facts: 0 };
  }
}

const missingLists = (names: readonly GraphListName[]): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'graph-list-missing',
  message: `Not among the files: ${listed(names.map((name) => graphList(name).title))}.`,
  next: `Save the answers of ${listed(names.map((name) => graphList(name).address.split('?')[0] ?? name))} as well and import them together.`,
});

const listed = (words: readonly string[]): string => words.join(' and ');

type SingleResponse = Exclude<GraphResponse, { kind: 'devices' | 'domains' | 'users' | 'list' }>;

function* draftsOf(response: SingleResponse, file: ImportFile): Generator<EvidenceDraft> {
  const source = sourceOf('graph-json', file);
  switch (response.kind) {
    case 'organization':
      for (const data of response.organizations)
        yield { kind: 'entra.organization', target: data.tenantId, source, status: 'complete', data, facts: 1 };
      break;
    case 'federation-configuration':
      for (const data of response.configurations) {
        const draft = { kind: 'entra.federation-configuration', source, data, facts: 1 } as const;
        yield data.domain === ''
          ? { ...draft, target: unknownTarget, status: 'partial', failure: noDomainFailure(file) }
          : { ...draft, target: data.domain, status: 'complete' };
      }
      break;
    case 'error':
      yield* failedDrafts([kindOfName(file.path) ?? 'entra.organization'], source, errorFailure(response, file));
      break;
    case 'other':
      yield* failedDrafts(
        kinds,
        source,
        unreadableFile(file, 'It holds none of the answers of Microsoft Graph that are judged', next),
      );
      break;
  }
}

const noDomainFailure = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'graph-domain-unknown',
  message: `${file.path} does not tell which domain the federation settings belong to.`,
  next: 'Save the answer with its @odata.context, or name the file after the domain, such as federationConfiguration-contoso.com.json.',
});

const errorFailure = (
  { code, message }: { readonly code: string; readonly message: string },
  file: ImportFile,
): EvidenceFailure => ({
  reason: /denied|forbidden|unauthori[sz]ed/iu.test(code) ? 'access-denied' : 'not-collected',
  code: 'graph-error',
  message: `${file.path} holds an error of Microsoft Graph in place of data: ${code}. ${message}`.slice(0, 2000),
  next: 'Sign in with an account that may read this, and save the answer again.',
});

/** The domain in a name such as `federationConfiguration-contoso.com.json`; hyphens are also part of names, so the word before it must be known. */
const domainInName = (file: ImportFile): string | undefined =>
  dnsNameIn(nameWithoutExtension(file).replace(/^(?:internaldomain)?federation(?:configuration)?[-_ ]/iu, ''));
