import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import type { Observation } from '../../../src-shared/model/finding';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isAltered } from '../../evidence/derived/signing-certificates';
import { printable } from '../../evidence/printable';
import { type Collected, defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** Paths AD FS has had in every release; Connect and Convert-MgDomain… write exactly these. */
const paths = {
  passiveSignInUri: '/adfs/ls',
  activeSignInUri: '/adfs/services/trust/2005/usernamemixed',
  metadataExchangeUri: '/adfs/services/trust/mex',
} as const;
type Field = keyof typeof paths;
const fields = Object.keys(paths) as readonly Field[];
const labels: Readonly<Record<Field, string>> = {
  passiveSignInUri: 'passive sign-in',
  activeSignInUri: 'active sign-in',
  metadataExchangeUri: 'metadata exchange',
};

type Shape = 'adfs' | 'adfs-unusual' | 'foreign' | 'absent';

export default defineCheck({
  id: 'FED-002',
  revision: 1,
  why: 'Only AD FS brings the registration authority this deployment uses; with another federation provider users get no sign-in certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
    'https://learn.microsoft.com/graph/api/internaldomainfederation-get',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/faq',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [
    'entra.federation-configuration',
    'entra.domains?',
    'adfs.openid-configuration?',
    'adfs.federation-metadata?',
  ],
  evaluate(inputs) {
    const { records, gaps } = inputs['entra.federation-configuration'];
    const named = inputs['entra.domains'].records.flatMap(({ data }) => data.domains);
    // Only root domains have settings of their own; domains below them inherit and answer 404.
    const silent = named.filter(
      (domain) => isFederatedRoot(domain) && !records.some(({ target }) => isSameHost(target, domain.id)),
    );
    const objects = [
      ...records.map((record) =>
        judgeDomain(record, inputs['adfs.openid-configuration'], inputs['adfs.federation-metadata']),
      ),
      ...silent.map(({ id }) =>
        unread(
          { id: `entra-domain:${id}`, kind: 'entra-domain', name: id },
          gaps.find(({ target }) => isSameHost(target, id)),
        ),
      ),
    ];
    return judged(objects, { summary: summarise(objects), observations: records.flatMap(observe) });
  },
  remediation: {
    task: 'Decide for AD FS as federation provider, or for another trust model.',
    steps: [
      'If the organisation wants certificate trust, federate its sign-in domains with an AD FS farm: Entra Connect, “Manage federation”, writes all settings of a domain.',
      'If another provider must stay, choose cloud Kerberos trust or key trust for Windows Hello for Business; both work without AD FS.',
    ],
    command: [
      "Connect-MgGraph -Scopes 'Domain.Read.All'",
      "Get-MgDomainFederationConfiguration -DomainId 'contoso.com' | Format-List IssuerUri, PassiveSignInUri, ActiveSignInUri, MetadataExchangeUri, PreferredAuthenticationProtocol",
    ].join('\n'),
    verify:
      'The four addresses name the federation service and the paths /adfs/ls/, /adfs/services/trust/2005/usernamemixed and /adfs/services/trust/mex; the protocol is wsFed.',
    revert:
      'Keep the output of the command above: `Update-MgDomainFederationConfiguration` can set the former values again.',
    right: 'Hybrid Identity Administrator',
    risk: 'Changing the federation of a domain changes the sign-in of all its users at once.',
  },
});

const isFederatedRoot = (domain: {
  readonly authenticationType: string;
  readonly isRoot: boolean;
  readonly isVerified: boolean;
}): boolean => domain.isVerified && domain.isRoot && domain.authenticationType.toLowerCase() === 'federated';

function judgeDomain(
  { id, target, data }: Evidence<'entra.federation-configuration'>,
  openid: Collected<'adfs.openid-configuration'>,
  metadata: Collected<'adfs.federation-metadata'>,
): JudgedObject {
  const object = {
    id: `entra-domain:${target.toLowerCase()}`,
    kind: 'entra-domain',
    name: target,
    evidenceId: id,
    locate: 'passiveSignInUri',
  } as const;
  const protocol = data.preferredAuthenticationProtocol;
  const having = (shape: Shape): string =>
    listed(fields.filter((field) => shapeOf(data, field) === shape).map((field) => labels[field]));
  if (!isWsFed(protocol)) {
    return protocol === ''
      ? { ...object, outcome: 'unknown', reason: 'unreadable', note: 'The settings name no protocol.' }
      : { ...object, outcome: 'fail', note: `The protocol is ${printable(protocol, 40)}, not WS-Federation.` };
  }
  if (having('foreign') !== '')
    return { ...object, outcome: 'fail', note: `Addresses of another product: ${having('foreign')}.` };
  if (having('absent') !== '')
    return {
      ...object,
      outcome: 'unknown',
      reason: 'unreadable',
      note: `The settings lack an address: ${having('absent')}.`,
    };
  if (having('adfs-unusual') !== '')
    return {
      ...object,
      outcome: 'warning',
      note: `Addresses of AD FS with an unusual path: ${having('adfs-unusual')}.`,
    };
  return { ...object, ...confirmedBy(hostOf(data.passiveSignInUri), openid, metadata) };
}

const isWsFed = (protocol: string): boolean => protocol.toLowerCase() === 'wsfed';

function shapeOf(data: EntraFederationConfiguration, field: Field): Shape {
  if (data[field] === '') return 'absent';
  if (!URL.canParse(data[field])) return 'foreign';
  const path = new URL(data[field]).pathname.toLowerCase().replace(/\/$/u, '');
  if (path === paths[field]) return 'adfs';
  return path.startsWith('/adfs/') ? 'adfs-unusual' : 'foreign';
}

const hostOf = (address: string): string => new URL(address).hostname;

/** Addresses alone could be written by anybody: the service itself has to answer as AD FS. */
function confirmedBy(
  host: string,
  openid: Collected<'adfs.openid-configuration'>,
  metadata: Collected<'adfs.federation-metadata'>,
): Pick<JudgedObject, 'outcome' | 'note' | 'reason'> {
  const document = openid.records.find(({ data }) => isSameHost(data.host, host));
  const description = metadata.records.find(({ data }) => isSameHost(data.host, host) && !isAltered(data));
  const issuers = document?.data.answers.map(({ issuer }) => issuer) ?? [];
  if (description?.data.isAdfs === false || issuers.some((issuer) => !isAdfsIssuer(issuer))) {
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: `The addresses are those of AD FS, but ${host} answers like another product.`,
    };
  }
  if (issuers.length > 0 || description !== undefined)
    return { outcome: 'pass', note: `Federated with AD FS at ${host}, which answers as AD FS.` };
  const gaps = [...openid.gaps, ...metadata.gaps];
  // A file that cannot be read does not tell which service it is of.
  const gap = gaps.find(({ target }) => isSameHost(target, host)) ?? gaps.find(({ target }) => target === '*');
  return {
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: `The addresses are those of AD FS at ${host}, but the service itself was not seen. ${gap?.message ?? ''}`.trim(),
  };
}

const isAdfsIssuer = (issuer: string): boolean =>
  URL.canParse(issuer) && /^\/adfs\/?$/iu.test(new URL(issuer).pathname);

function observe({ target, data }: Evidence<'entra.federation-configuration'>): readonly Observation[] {
  const protocol = data.preferredAuthenticationProtocol;
  return [
    {
      label: `${target}: protocol`,
      observed: protocol === '' ? 'not given' : protocol,
      expected: 'wsFed',
      matches: isWsFed(protocol),
    },
    ...fields.map((field) => ({
      label: `${target}: ${labels[field]}`,
      observed: data[field] === '' ? 'not given' : data[field],
      expected: `path ${paths[field]}`,
      matches: shapeOf(data, field) === 'adfs',
    })),
  ];
}

function summarise(objects: readonly JudgedObject[]): string {
  const [other, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (other.length > 0)
    return `${shareOf(other.length, objects.length, 'federated domain')} not federated with AD FS: ${listed(other)}.`;
  if (odd.length > 0)
    return `${shareOf(odd.length, objects.length, 'federated domain', ['uses', 'use'])} AD FS with unusual addresses: ${listed(odd)}.`;
  if (unseen.length > 0) return `Whether AD FS is the federation provider could not be seen for ${listed(unseen)}.`;
  return `${countOf(objects.length, 'federated domain')} checked: AD FS is the federation provider of all.`;
}
