import type { SecuredRole } from '../../../src-shared/model/evidence/access';
import { type Right, trusteesWith } from '../../evidence/derived/effective-rights';
import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { type Outsider, outsidersAmong } from '../../evidence/derived/outsiders';
import { principalsOf } from '../../evidence/derived/principals';
import { normalDn } from '../../evidence/distinguished-name';
import { ridOf } from '../../evidence/sid';
import { attributeRight, classGuid } from '../../knowledge/access-rights';
import { domainRid } from '../../knowledge/well-known-principals';
import { defineCheck, type Inputs } from '../define-check';
import { forestObject } from '../pki/pki-objects';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { authorityComputerNeeds, authorityComputersOf } from './judge-authority-computers';
import { judgeTrustedAuthorities } from './judge-trusted-authorities';
import { type Guarded, guarded, judgeGuarded, notPassed, outsidersOn, undecided } from './secured-objects';

const needs = ['ad.pki-access-control', 'ad.nt-auth?', ...authorityComputerNeeds] as const;
export type PkiObjectInputs = Inputs<(typeof needs)[number]>;

/** Rights beside control of the object that let somebody add a CA, or change what a CA offers. */
const furtherRights: Partial<Readonly<Record<SecuredRole, readonly Right[]>>> = {
  'public-key-services': [{ kind: 'create-child', childClass: classGuid.container }],
  'enrollment-services': [
    { kind: 'create-child', childClass: classGuid.enrollmentService },
    { kind: 'write-property', ...attributeRight.cACertificate },
    { kind: 'write-property', ...attributeRight.certificateTemplates },
  ],
  'certification-authorities': [
    { kind: 'create-child', childClass: classGuid.certificationAuthority },
    { kind: 'write-property', ...attributeRight.cACertificate },
  ],
  'authority-information': [
    { kind: 'create-child', childClass: classGuid.certificationAuthority },
    { kind: 'write-property', ...attributeRight.cACertificate },
  ],
  'nt-auth': [{ kind: 'write-property', ...attributeRight.cACertificate }],
  'certificate-templates': [{ kind: 'create-child', childClass: classGuid.certificateTemplate }],
  'object-identifiers': [{ kind: 'create-child', childClass: classGuid.enterpriseOid }],
};

/** Objects a CA looks after itself. */
const ownedByAuthorities: readonly SecuredRole[] = [
  'enrollment-services',
  'certification-authorities',
  'authority-information',
  'crl-distribution-points',
];

export default defineCheck({
  id: 'SEC-006',
  revision: 2,
  why: 'Whoever can write to the PKI objects of the forest can add a CA of his own, and whoever takes over the computer account of a CA has the CA: every domain controller will trust its certificates.',
  sources: [
    'https://posts.specterops.io/certified-pre-owned-d95910965cd2',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce/',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adsc/',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate(inputs, { now, scope }) {
    const forests = forestsInScope(inputs['ad.pki-access-control'].records, scope);
    const principals = principalsOf(inputs, scope);
    const authorities = authorityComputers(inputs);
    const outsidersOf = (trustees: Parameters<typeof outsidersAmong>[0], role: SecuredRole): readonly Outsider[] => {
      if (!ownedByAuthorities.includes(role)) return outsidersAmong(trustees, principals);
      const outsiders = outsidersAmong(trustees, principals, authorities.isExpected);
      // A CA whose computer account was not found may be anybody without a name.
      return outsiders.map((one) => (one.isVisible || authorities.areAllFound ? one : { ...one, isSure: false }));
    };
    const list = forests.records.flatMap(({ id, data }) =>
      data.objects
        .filter(({ role }) => role !== 'device-registration')
        .map((secured) =>
          guarded(secured, id, (descriptor) =>
            outsidersOf(
              [{ kind: 'control' } as const, ...(furtherRights[secured.role] ?? [])].flatMap((right) =>
                trusteesWith(descriptor, right),
              ),
              secured.role,
            ),
          ),
        ),
    );
    const computers = forests.records.map(({ target }) => authorityComputersOf(target, inputs, scope));
    const hosts = computers.flatMap(({ found }) => found);
    const objects = [
      ...list.map((one) => judgeGuarded(one, 'may change it')),
      ...hosts.map((one) => judgeGuarded(one, 'may take it over', 'Tier 0 and the key administrators')),
      ...computers.flatMap(({ notFound }) => notFound),
      ...forests.records.flatMap(({ target }) => judgeTrustedAuthorities(target, inputs, now)),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          inputs['ad.pki-access-control'].gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
    ];
    if (objects.length === 0)
      return unknown('contradictory', {
        summary: 'No PKI object was visible, although every forest has the container Public Key Services.',
      });
    return judged(objects, { summary: summarise(list, hosts, objects), observations: notPassed(objects) });
  },
  remediation: {
    task: 'Close ESC5: leave the PKI objects in AD to Tier 0.',
    steps: [
      'Take every right but “Read” from accounts outside Tier 0 on Public Key Services and what lies below it; only Enterprise Admins, Domain Admins of the root domain and the computer accounts of the CAs on their own objects keep more.',
      'Make Enterprise Admins the owner of these objects.',
      'Move the computer accounts of the CAs to an organisational unit that Tier 0 alone administers, make Domain Admins their owner, and take from them what accounts outside Tier 0 have: the account that joined the server to the domain keeps rights of its own. Keep Account Operators empty.',
      'Look through NTAuthCertificates and take out what is not of a CA in use.',
    ],
    command: [
      'dsacls "CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com"',
      'dsacls "CN=CA01,OU=Servers,DC=contoso,DC=com"',
      'certutil -viewstore "ldap:///CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com?cACertificate?base?objectClass=certificationAuthority"',
      'certutil -viewdelstore "ldap:///CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com?cACertificate?base?objectClass=certificationAuthority"',
    ].join('\n'),
    verify:
      '`dsacls` shows write access for Tier 0 and the CAs only, on computer accounts also none to reset the password; the list of NTAuthCertificates shows CAs in use only.',
    revert:
      'Give the right back with `dsacls … /G`; add a certificate again with `certutil -dspublish -f <file> NTAuthCA`.',
    right: 'Enterprise Admins',
  },
});

/** The computer accounts of CAs, and the group Cert Publishers while nobody else is in it. */
function authorityComputers(inputs: PkiObjectInputs): {
  readonly isExpected: (sid: string) => boolean;
  readonly areAllFound: boolean;
} {
  const hosts = inputs['ad.certification-authorities'].records.flatMap(({ data }) =>
    data.authorities.map(({ dnsHostName }) => dnsHostName),
  );
  const servers = inputs['ad.servers'].records.flatMap(({ data }) => data.servers);
  const found = servers.filter(({ dnsHostName }) => hosts.some((host) => isSameHost(host, dnsHostName ?? '')));
  const sids = new Set(found.map(({ objectSid }) => objectSid));
  const names = new Set(found.map(({ distinguishedName }) => normalDn(distinguishedName)));
  const publishers = inputs['ad.privileged-groups'].records
    .flatMap(({ data }) => data.groups)
    .filter(({ objectSid, members, memberCount }) => {
      const isGroup = ridOf(objectSid) === domainRid.certPublishers && members.length === memberCount;
      return isGroup && members.every((member) => names.has(normalDn(member)));
    });
  const groups = new Set(publishers.map(({ objectSid }) => objectSid));
  return {
    isExpected: (sid) => sids.has(sid) || groups.has(sid),
    areAllFound:
      hosts.length > 0 && hosts.every((host) => found.some(({ dnsHostName }) => isSameHost(host, dnsHostName ?? ''))),
  };
}

function summarise(list: readonly Guarded[], hosts: readonly Guarded[], objects: readonly JudgedObject[]): string {
  const changed = countOpen(list);
  const taken = countOpen(hosts);
  const open = [
    ...(changed > 0
      ? [`${shareOf(changed, list.length, 'PKI object')} open to accounts outside Tier 0: ${outsidersOn(list)}.`]
      : []),
    ...(taken > 0
      ? [
          `${shareOf(taken, hosts.length, 'CA host', ['can', 'can'])} be taken over by its computer account: ${outsidersOn(hosts)}.`,
        ]
      : []),
  ];
  const foreign = namesOf(objects, 'warning');
  if (open.length > 0) return `${open.join(' ')}${undecided(objects)}`;
  if (foreign.length > 0)
    return `Only Tier 0 can change the PKI objects, but NTAuthCertificates lists ${countOf(foreign.length, 'certificate')} of no CA known here: ${listed(foreign)}.${undecided(objects)}`;
  if (objects.some(({ outcome }) => outcome === 'unknown'))
    return `Nobody outside Tier 0 was seen with a right to change the PKI objects or to take over the host of a CA.${undecided(objects)}`;
  const accounts =
    hosts.length === 0
      ? 'no CA is published'
      : `only Tier 0 and the key administrators can take over the ${countOf(hosts.length, 'computer account')} of CAs`;
  return `Only Tier 0 and the CAs themselves can change the ${countOf(list.length, 'PKI object')} of AD, ${accounts}, and NTAuthCertificates lists known CAs only.`;
}

const countOpen = (list: readonly Guarded[]): number =>
  list.filter(({ outsiders = [] }) => outsiders.some(({ isSure }) => isSure)).length;
