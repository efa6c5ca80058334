import type { AuthorityComputer } from '../../../src-shared/model/evidence/access';
import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { computerTakers } from '../../evidence/derived/computer-takers';
import { connectorAccounts } from '../../evidence/derived/connector-accounts';
import { forestOfDomain, isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { normalDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { wellKnownSid } from '../../knowledge/well-known-principals';
import type { Evidence, EvidenceGap, Inputs } from '../define-check';
import { forestObject } from '../pki/pki-objects';
import type { JudgedObject } from '../result';
import { listed } from '../wording';
import { type Guarded, guarded } from './secured-objects';

/** What a check spreads into its `needs` to call {@link authorityComputersOf}. */
export const authorityComputerNeeds = [
  'ad.authority-computers?',
  'ad.certification-authorities?',
  'connect.connectors?',
  ...principalNeeds,
] as const;
type ComputerInputs = Inputs<(typeof authorityComputerNeeds)[number]>;
type Searched = Evidence<'ad.authority-computers'>;

/** The computer accounts of the CAs of one forest. */
export interface ForestComputers {
  readonly found: readonly Guarded[];
  /** CAs of which no account was found, unknown for the reason. */
  readonly notFound: readonly JudgedObject[];
}

/** Who can take over the hosts of the CAs of a forest by their computer accounts, in whatever domain of it these lie (ESC5). */
export function authorityComputersOf(forest: string, inputs: ComputerInputs, scope: Scope): ForestComputers {
  const list = inputs['ad.certification-authorities'].records.find(({ target }) => isSameHost(target, forest));
  if (list === undefined) return { found: [], notFound: [authoritiesNotRead(forest, inputs)] };
  const domains = domainsOf(forest, inputs);
  const { authorities } = list.data;
  const isOfAuthority = ({ hosts }: AuthorityComputer): boolean => hosts.some((host) => authorities.some(isOn(host)));
  return {
    found: domains.searched.flatMap((record) =>
      record.data.computers.filter(isOfAuthority).map((computer) => guardedComputer(computer, record, inputs, scope)),
    ),
    notFound: authorities.flatMap((authority) => notFound(authority, list.id, domains) ?? []),
  };
}

const isOn =
  (host: string) =>
  ({ dnsHostName }: CertificationAuthority): boolean =>
    isSameHost(dnsHostName, host);

function guardedComputer(
  computer: AuthorityComputer,
  { id, target }: Searched,
  inputs: ComputerInputs,
  scope: Scope,
): Guarded {
  const principals = principalsOf(inputs, scope);
  const connectors = connectorAccounts(inputs, scope).accounts.map(({ account }) => account);
  const expected = { connectors, areOperatorsTierZero: areOperatorsTierZero(target, inputs, principals) };
  return guarded(computer, id, (descriptor) => computerTakers(computer, descriptor, principals, expected));
}

/** Of the group every domain has by itself; undefined = its members, or what they are, are not known. */
function areOperatorsTierZero(domain: string, inputs: ComputerInputs, principals: PrincipalView): boolean | undefined {
  const group = inputs['ad.privileged-groups'].records
    .find(({ target }) => isSameHost(target, domain))
    ?.data.groups.find(({ objectSid }) => objectSid === wellKnownSid.accountOperators);
  if (group === undefined) return undefined;
  const tiers = group.members.map(principals.tierOf);
  if (tiers.includes('other')) return false;
  return tiers.includes('unknown') || group.memberCount > group.members.length ? undefined : true;
}

interface ForestDomains {
  readonly searched: readonly Searched[];
  /** Domains of the forest by DNS name, with why nothing was read of them. */
  readonly gaps: readonly EvidenceGap[];
}

function domainsOf(forest: string, inputs: ComputerInputs): ForestDomains {
  const partitions = inputs['ad.partitions'].records;
  const { records, gaps } = inputs['ad.authority-computers'];
  const isOfForest = (domain: string): boolean =>
    isSameHost(forestOfDomain(domain, partitions) ?? (isBelow(domain, forest) ? forest : ''), forest);
  const searched = records.filter(({ target }) => isOfForest(target));
  const named = partitions.find(({ target }) => isSameHost(target, forest))?.data.domains ?? [{ dnsRoot: forest }];
  const missing = named
    .map(({ dnsRoot }) => normalHostName(dnsRoot))
    .filter((domain) => !searched.some(({ target }) => isSameHost(target, domain)));
  return { searched, gaps: missing.map((domain) => gapOf(domain, gaps)) };
}

const gapOf = (domain: string, gaps: readonly EvidenceGap[]): EvidenceGap => ({
  ...(gaps.find(({ target }) => isSameHost(target, domain)) ??
    gaps.find(({ target }) => target === '*') ?? { reason: 'not-collected', message: 'Nothing was collected of it.' }),
  target: domain,
});

/** A CA without an account: its domain may not have been read, or its name may be an alias or one of another forest. */
function notFound(
  { name, dnsHostName, distinguishedName, objectGuid }: CertificationAuthority,
  evidenceId: string,
  { searched, gaps }: ForestDomains,
): JudgedObject | undefined {
  const object = {
    id: `host-of:${objectGuid ?? normalDn(distinguishedName)}`,
    kind: 'computer',
    name: dnsHostName === '' ? `Host of ${name}` : printable(dnsHostName, 300),
    evidenceId,
    outcome: 'unknown',
  } as const;
  if (dnsHostName === '') return { ...object, reason: 'unreadable', note: `The CA ${name} names no host.` };
  const answers = (host: string): boolean => isSameHost(host, dnsHostName);
  if (searched.some(({ data }) => data.computers.some(({ hosts }) => hosts.some(answers)))) return undefined;
  const lookedFor = searched.filter(({ data }) => data.hosts.some(answers));
  const open = [
    ...gaps,
    ...searched
      .filter((record) => !lookedFor.includes(record))
      .map(({ target }): EvidenceGap => ({ target, reason: 'not-collected', message: notLookedFor })),
  ];
  const [first] = open;
  if (first === undefined)
    return {
      ...object,
      reason: 'not-collected',
      note: `No computer account of ${listed(lookedFor.map(({ target }) => target))} has this host name, so who can take over the host of ${name} is not known. It may be an alias, or a host of another forest.`,
    };
  return {
    ...object,
    reason: first.reason,
    note: `The computer account of the host of ${name} was not found, and not looked for everywhere. ${open.map(({ target, message }) => `${target}: ${message}`).join(' ')}`.slice(
      0,
      2000,
    ),
  };
}

const notLookedFor = 'Was read when this CA was not known; read it again.';

function authoritiesNotRead(forest: string, inputs: ComputerInputs): JudgedObject {
  const gap = inputs['ad.certification-authorities'].gaps.find(
    ({ target }) => isSameHost(target, forest) || target === '*',
  );
  return {
    ...forestObject(forest),
    id: `authority-computers:${forest.toLowerCase()}`,
    name: `Computer accounts of the CAs of ${forest}`,
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: 'The CAs of the forest were not read, so their hosts are not known.',
  };
}
