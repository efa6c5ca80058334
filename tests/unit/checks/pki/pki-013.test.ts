import check from '../../../../src-main/checks/pki/pki-013-controller-permissions.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { descriptor, group, type PrincipalChanges, principalRecords, rid, sidOf } from '../principals';
import { authoritiesOf, authority } from './authorities';
import { autoEnroll, enroll, enterpriseControllers, everyRight } from './template-rights';
import { builtInTemplates, controllerTemplate, templatesOf } from './templates';

const id = guid(103);
const controllers = sidOf(516);
const childSid = 'S-1-5-21-7-8-9';
const both = (...sids: readonly string[]): readonly AccessControlEntry[] =>
  sids.flatMap((sid) => [enroll(sid), autoEnroll(sid)]);
const having = (
  securityDescriptor: SecurityDescriptor | undefined,
  principals: PrincipalChanges = {},
): readonly EvidenceRecord[] => [
  templatesOf([...builtInTemplates, controllerTemplate({ securityDescriptor })]),
  authoritiesOf([authority()]),
  ...principalRecords(principals),
];
const child = record('ad.domain', 'emea.contoso.com', {
  distinguishedName: dnOf('emea.contoso.com'),
  objectSid: childSid,
});
const twoDomains = (entries: readonly AccessControlEntry[]): CheckCase['evidence'] => [
  ...having(descriptor(entries)).filter(({ kind }) => kind !== 'ad.partitions'),
  record('ad.partitions', forest, {
    upnSuffixes: [],
    domains: [forest, 'emea.contoso.com'].map((dnsRoot) => ({
      dnsRoot,
      netBiosName: dnsRoot.split('.')[0]?.toUpperCase() ?? '',
      namingContext: dnOf(dnsRoot),
    })),
  }),
];
const readOnlyController = record('ad.domain-controllers', forest, {
  controllers: [
    { distinguishedName: 'CN=RODC1', objectGuid: guid(300), dnsHostName: 'rodc1.contoso.com', readOnly: true },
  ],
});

describeCheck(check, [
  {
    name: 'Enterprise Domain Controllers (sample A.8)',
    evidence: having(descriptor(both(enterpriseControllers))),
    outcome: 'pass',
    objects: { [id]: 'pass' },
  },
  { name: 'Domain Controllers of the only domain', evidence: having(descriptor(both(controllers))), outcome: 'pass' },
  {
    name: 'through a group',
    evidence: having(descriptor(both(sidOf(1730))), {
      groups: [
        group('Alle DCs', 1730),
        group('Domänencontroller', 516, { memberOf: [`CN=Alle DCs,CN=Users,${dnOf(forest)}`] }),
      ],
    }),
    outcome: 'pass',
  },
  {
    name: 'by every extended right',
    evidence: having(descriptor([everyRight(enterpriseControllers)])),
    outcome: 'pass',
  },
  {
    name: 'nobody',
    evidence: having(descriptor()),
    outcome: 'fail',
    severity: 'high',
    says: ['does not let domain controllers of contoso.com enrol'],
    differs: ['DomainControllerAuthentication(Kerberos)'],
  },
  {
    name: 'enrol without autoenrol',
    evidence: having(descriptor([enroll(enterpriseControllers)])),
    outcome: 'fail',
    says: ['contoso.com autoenrol'],
  },
  {
    name: 'enrol without reading',
    evidence: having({ ...descriptor(), entries: both(enterpriseControllers) }),
    outcome: 'fail',
    says: ['contoso.com read it'],
  },
  {
    name: 'Domain Computers may enrol as well',
    evidence: having(descriptor([...both(enterpriseControllers), enroll(sidOf(rid.domainComputers))])),
    outcome: 'warning',
    severity: 'high',
    says: ['CONTOSO\\Domain Computers'],
  },
  {
    name: 'Domain Controllers of one of two domains',
    evidence: [...twoDomains(both(controllers)), child],
    outcome: 'fail',
    says: ['emea.contoso.com'],
  },
  {
    name: 'Domain Controllers of both domains',
    evidence: [...twoDomains(both(controllers, `${childSid}-516`)), child],
    outcome: 'pass',
  },
  {
    name: 'Domain Controllers of two domains of which one was not read',
    evidence: twoDomains(both(controllers, `${childSid}-516`)),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['emea.contoso.com'],
  },
  {
    name: 'Enterprise Domain Controllers, a domain was not read',
    evidence: twoDomains(both(enterpriseControllers)),
    outcome: 'pass',
  },
  {
    name: 'Enterprise Domain Controllers, nothing known of domains',
    evidence: having(descriptor(both(enterpriseControllers))).slice(0, 2),
    outcome: 'pass',
  },
  {
    name: 'Domain Controllers of a domain, nothing known of domains',
    evidence: having(descriptor(both(controllers))).slice(0, 2),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'read-only domain controllers left out',
    evidence: [...having(descriptor(both(enterpriseControllers))), readOnlyController],
    outcome: 'warning',
    says: ['read-only'],
  },
  {
    name: 'read-only domain controllers let in',
    evidence: [...having(descriptor(both(enterpriseControllers, sidOf(498)))), readOnlyController],
    outcome: 'pass',
  },
  {
    name: 'permissions not visible',
    evidence: having(undefined),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['nTSecurityDescriptor'],
  },
  {
    name: 'no template',
    evidence: [templatesOf([]), authoritiesOf([authority({ templates: [] })])],
    outcome: 'not-applicable',
  },
  {
    name: 'denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
