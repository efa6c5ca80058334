import type { AffectedObject } from '../../../src-shared/model/finding';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { addAuthority, addEvidenceNames, addNamedAfterPeople, roles } from './evidence-names';
import { fileNames } from './file-names';
import type { Identities } from './identities';
import { type Mentions, mentionsIn } from './mentions';
import { NameIndex } from './name-index';
import { NameParts } from './name-parts';
import { namedPeople } from './named-people';
import { isExampleOrganisation, isPublicHost, isStandardLabel, isTopLevel, tenantDomain } from './public-names';
import { type Known, redactHost } from './redact-text';
import { plainWords, sentenceWords } from './sentence-words';
import { StandIns } from './stand-ins';
import { textsOf } from './texts-of';

/** Collects from the whole document what names the customer, so that a name is known wherever it stands alone. */
export function knownNames(document: ReportDocument, identities: Identities): Known {
  const { checks, notJudged, catalogue, knowledge, product, branding: _, ...customers } = document;
  const written = [...textsOf({ checks, notJudged, catalogue, knowledge, product })].join('\n');
  const own = written.toLowerCase();
  /** Of sentences: a name of the examples, as `dc01.contoso.com`, is one word. */
  const words = new Set(own.match(/[\p{L}\p{N}_]+(?:[.@\\/-][\p{L}\p{N}_]+)*/gu));
  const findings = customers.findings.map(({ evidenceIds: _ids, ...finding }) => finding); // ids of records name nobody
  const standIns = new StandIns(identities.key);
  const mentions = mentionsIn(textsOf({ ...customers, findings }));
  const domains = domainsOf(document, mentions, identities);
  const names = new NameIndex();
  addEvidenceNames(identities.names, { standIns, names, prose: plainWords(written) });
  for (const [name, standIn] of peopleOf(document, standIns)) names.add(name, standIn);
  for (const account of accountsIn(mentions))
    if (!words.has(account.toLowerCase())) names.add(account, standIns.user(account));
  for (const [name, standIn] of hostsOf(document, mentions, domains, standIns)) names.add(name, standIn);
  for (const name of authoritiesOf(document)) addAuthority(name, names, standIns);
  const people = [
    ...namedPeople(document, identities.names, [...usersOf(document), ...accountsIn(mentions)], standIns),
  ];
  const noParts = new Set([...roles, ...sentenceWords(written)]);
  addNamedAfterPeople(identities.names, new NameParts(people, standIns, noParts), names);
  return {
    ...{ standIns, domains, names, files: fileNames(document, standIns) },
    parts: new NameParts(people, standIns, noParts),
    brands: brandsOf(document.details.customer, domains, words),
    ours: new Set(
      own.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|s-1(?:-\d+)+|\d+(?:\.\d+){3}/gu),
    ),
  };
}

const kinds = (document: ReportDocument, wanted: readonly AffectedObject['kind'][]): readonly string[] =>
  document.findings.flatMap(({ objects }) =>
    objects.filter(({ kind }) => wanted.includes(kind)).map(({ name }) => name),
  );

/** Those of the scope, of objects, of mail addresses and of distinguished names; then those that hosts lie in. */
function domainsOf(document: ReportDocument, mentions: Mentions, identities: Identities): ReadonlySet<string> {
  const found = new Set(
    [
      ...document.scope.forests,
      ...kinds(document, ['forest', 'domain', 'upn-suffix', 'entra-domain']),
      ...identities.names.filter(({ kind }) => kind === 'domain').map(({ name }) => name),
    ].map((name) => name.toLowerCase()),
  );
  for (const address of mentions.mailAddresses) found.add(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  for (const domain of mentions.domains) found.add(domain);
  for (const name of mentions.dnsNames)
    if (name.toLowerCase().endsWith(`.${tenantDomain}`)) found.add(name.toLowerCase());
  const domains = [...found]
    .filter((name) => /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(name) && !isPublicHost(name))
    .sort((a, b) => b.length - a.length || a.localeCompare(b, 'en'));
  return new Set(domains);
}

const aliasOf = (name: string): string => name.split('@')[0]?.split('\\').at(-1) ?? name;

/** By account or shown name; not those that are given by their place in the directory. */
const usersOf = (document: ReportDocument): readonly string[] =>
  kinds(document, ['user'])
    .filter((name) => !name.includes('='))
    .map(aliasOf);

/** People by the names of their accounts, those who said something, and who collected. */
function* peopleOf(document: ReportDocument, standIns: StandIns): Generator<readonly [string, string]> {
  for (const name of kinds(document, ['user'])) {
    const alias = aliasOf(name);
    yield [name, standIns.user(alias)];
    yield [alias, standIns.user(alias)];
  }
  for (const { collector } of document.evidence) {
    const [account] = /(?<=\\)[^\s\\,(]+/u.exec(collector.user) ?? [];
    if (account !== undefined) yield [account, standIns.user(account)];
  }
  for (const { saidBy } of document.interview) {
    yield [saidBy, standIns.person(saidBy)];
    const [name] = saidBy.split(',');
    if (name !== undefined && name.length > 3) yield [name, standIns.person(saidBy)];
  }
}

/** Accounts that mail addresses and `DOMAIN\\account` name, for where they stand alone. */
function* accountsIn({ mailAddresses, accounts }: Mentions): Generator<string> {
  for (const address of mailAddresses) yield address.slice(0, address.lastIndexOf('@'));
  for (const account of accounts) if (/[.\d]/u.test(account)) yield account;
}

/** Hosts by their first label, for where they stand without their domain. */
function* hostsOf(
  document: ReportDocument,
  { dnsNames }: Mentions,
  domains: ReadonlySet<string>,
  standIns: StandIns,
): Generator<readonly [string, string]> {
  const whole = [
    ...kinds(document, ['computer', 'device', 'domain-controller', 'client', 'federation-service']),
    ...document.clients.groups.flatMap(({ representatives }) => representatives.map(({ name }) => name)),
    ...document.evidence
      .filter(({ kind }) => /^(?:client|host)\./u.test(kind))
      .map(({ target }) => target.split(' ')[0] ?? ''),
    ...document.evidence.map(({ collector }) => collector.host),
  ];
  for (const name of whole) {
    const [label = ''] = name.split('.');
    if (isName(label)) yield [label, standIns.host(label)];
  }
  for (const name of dnsNames) {
    const [label = '', ...rest] = name.toLowerCase().split('.');
    const isHost =
      rest.length >= 2 && redactHost(name, standIns, domains) !== undefined && !domains.has(name.toLowerCase());
    if (isHost && isName(label)) yield [label, standIns.host(label)];
  }
}

const isName = (label: string): boolean =>
  label.length >= 3 && !/^\d+$/u.test(label) && !/[\s\\]/u.test(label) && !isStandardLabel(label);

const authoritiesOf = (document: ReportDocument): readonly string[] =>
  kinds(document, ['certification-authority']).filter((name) => name.length > 3 && !/[.=]/u.test(name));

/**
 * The labels that domains are bought under and the words of the customer's name. A word that the catalogue's own sentences use (as `corp` or `Windows`) names
 * nobody, unless it is an organisation of the catalogue's examples, and short ones would stand inside of others.
 */
function brandsOf(customer: string, domains: ReadonlySet<string>, words: ReadonlySet<string>): readonly string[] {
  const labels = [...domains].flatMap((domain) => {
    const parts = domain.split('.');
    const bought = parts.slice(0, -1).filter((part) => !isTopLevel(part));
    return domain.endsWith(`.${tenantDomain}`) ? parts.slice(0, 1) : bought.slice(-1);
  });
  const named = customer.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set([...labels, ...named])]
    .filter((word) => word.length >= 4 && (!words.has(word) || isExampleOrganisation(word)))
    .sort((a, b) => b.length - a.length);
}
