import type { EvidenceDraft, EvidenceFailure, EvidenceKind } from '../../src-shared/model/evidence';
import type { EntraDevice, EntraDomain } from '../../src-shared/model/evidence/entra';
import type { Importer, ImportFile } from '../engine/importer';
import { type GraphResponse, readGraphResponse } from '../evidence/graph';
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

const kinds = ['entra.organization', 'entra.domains', 'entra.federation-configuration', 'entra.devices'] as const;
const tenant = 'tenant';
const next = 'Save the whole answer of Microsoft Graph as JSON, with its @odata.context, and import it.';

/** Saved answers of Microsoft Graph v1.0. Pages of one list are put together. */
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
      /"@odata\.context"\s*:\s*"https:\/\/graph\.[^"]{1,100}\$metadata#(?:organization|domains|devices)\b/u.test(
        text,
      ) ||
      (!text.includes('"@odata.context"') && looksJudged(text)) ||
      (/"error"\s*:\s*\{\s*"code"\s*:/u.test(text) && kindOfName(path) !== undefined)
    );
  },

  async *read(files, { signal, progress }) {
    const devices = new PagedList<EntraDevice>((device) => device.deviceId);
    const domains = new PagedList<EntraDomain>((domain) => domain.id);
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      progress(`Reading ${file.path}`, index);
      try {
        const text = decodeText(await file.bytesOf());
        if (isWebPage(text)) throw new Error('It holds a web page (of a sign-in or an error) in place of the answer');
        const response = readGraphResponse(text, domainInName(file));
        if (response.kind === 'devices') devices.add(file, response.devices, response.more);
        else if (response.kind === 'domains') domains.add(file, response.domains, response.more);
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
    yield* devicesDraft(devices);
    yield* domainsDraft(domains);
  },
};

export default graphJsonImporter;

/** Answers saved without their context are told by properties that only these objects have. */
const looksJudged = (text: string): boolean =>
  /"(?:verifiedDomains|passiveSignInUri|trustType)"\s*:/u.test(text) ||
  (/"isVerified"\s*:/u.test(text) && /"authenticationType"\s*:/u.test(text));

/** Pages of one list: whole when exactly one of them, the last, names no further page. */
class PagedList<T> {
  readonly #keyOf: (item: T) => string;
  readonly #items = new Map<string, T>();
  #pages = 0;
  #lastPages = 0;
  file: ImportFile | undefined;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  add(file: ImportFile, items: readonly T[], more: boolean): void {
    this.file ??= file;
    this.#pages += 1;
    if (!more) this.#lastPages += 1;
    for (const item of items) this.#items.set(this.#keyOf(item), item);
  }

  get items(): readonly T[] {
    return [...this.#items.values()];
  }

  get isComplete(): boolean {
    return this.#lastPages > 0;
  }

  get notes(): readonly string[] {
    return this.#pages > 1 ? [`Put together from ${this.#pages} files.`] : [];
  }
}

const morePagesFailure = (file: ImportFile): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'graph-more-pages',
  message: `${file.path} is not the whole list: the answer names a next page (@odata.nextLink), which is not among the files.`,
  next: 'Follow @odata.nextLink to the end, save every page and import them together.',
});

function* devicesDraft(list: PagedList<EntraDevice>): Generator<EvidenceDraft> {
  const { file, items, isComplete, notes } = list;
  if (file === undefined) return;
  const source = sourceOf('graph-json', file);
  const draft = {
    kind: 'entra.devices',
    target: tenant,
    source,
    data: { devices: items, complete: isComplete },
    facts: items.length,
    notes,
  } as const;
  yield isComplete
    ? { ...draft, status: 'complete' }
    : { ...draft, status: 'partial', failure: morePagesFailure(file) };
}

function* domainsDraft(list: PagedList<EntraDomain>): Generator<EvidenceDraft> {
  const { file, items, isComplete, notes } = list;
  if (file === undefined) return;
  const source = sourceOf('graph-json', file);
  const draft = {
    kind: 'entra.domains',
    target: tenant,
    source,
    data: { domains: items },
    facts: items.length,
    notes,
  } as const;
  yield isComplete
    ? { ...draft, status: 'complete' }
    : { ...draft, status: 'partial', failure: morePagesFailure(file) };
}

type SingleResponse = Exclude<GraphResponse, { kind: 'devices' } | { kind: 'domains' }>;

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
        unreadableFile(file, 'It holds no tenant, domains, federation settings or devices of Microsoft Graph', next),
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

/** What a file should hold by its name; only used to say what is missing. */
function kindOfName(path: string): EvidenceKind | undefined {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  if (name.includes('federation')) return 'entra.federation-configuration';
  if (name.includes('organization') || name.includes('organisation')) return 'entra.organization';
  if (name.includes('domain')) return 'entra.domains';
  return name.includes('device') ? 'entra.devices' : undefined;
}
