import check from '../../../../src-main/checks/sec/sec-012-linked-policies.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { CertificateTemplate, EnterpriseOid } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, record } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { enrolling } from '../pki/template-rights';
import { type Changes, helloTemplate, usage } from '../pki/templates';
import { descriptor, group, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const users = sidOf(rid.domainUsers);
const pilot = sidOf(1710);
const policyOid = '1.3.6.1.4.1.311.21.8.1.2.400';
const groups = { groups: [group('WHfB Users', 1710), group('Zertifikatsklasse Hoch', 1711)] };
const linkedTo = (name: string): string => `CN=${name},CN=Users,${dnOf(forest)}`;
const oids = (more: Partial<EnterpriseOid> = {}, containerFound = true): EvidenceRecord =>
  record('ad.certificate-oids', forest, {
    containerFound,
    oids: containerFound
      ? [{ distinguishedName: 'CN=400,CN=OID', oid: policyOid, displayName: 'Hohe Zusicherung', flags: 2, ...more }]
      : [],
  });
const privileged = oids({ groupLink: linkedTo('Domain Admins') });
const hello = (changes: Changes = {}): CertificateTemplate =>
  helloTemplate({ securityDescriptor: enrolling(pilot), ...changes });
const other = (changes: Changes = {}): CertificateTemplate =>
  hello({
    cn: 'VPN',
    objectGuid: guid(165),
    privateKeyFlag: 0,
    raSignatures: 0,
    raApplicationPolicies: [],
    certificatePolicies: [policyOid],
    ...changes,
  });
const policy = { certificatePolicies: [policyOid] } as const;

describeCheck(check, [
  {
    name: 'no issuance policy',
    evidence: [...offering([hello()], groups), oids()],
    outcome: 'pass',
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: 'a policy without a link, and the one for all policies',
    evidence: [...offering([hello({ certificatePolicies: [policyOid, '2.5.29.32.0'] })], groups), oids()],
    outcome: 'pass',
  },
  {
    name: 'the WHfB template makes the pilot group Domain Admins',
    evidence: [...offering([hello(policy)], groups), privileged],
    outcome: 'fail',
    severity: 'medium',
    says: ['Hohe Zusicherung', 'Domain Admins', 'CONTOSO\\WHfB Users'],
    objects: { [guid(101)]: 'fail' },
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'the WHfB template with a policy for Tier 0 that only Tier 0 may enrol',
    evidence: [...offering([hello({ ...policy, securityDescriptor: descriptor() })], groups), privileged],
    outcome: 'info',
  },
  {
    name: 'a group that is a member of a privileged one',
    evidence: [
      ...offering([hello(policy)], {
        groups: [
          group('WHfB Users', 1710),
          group('Zertifikatsklasse Hoch', 1711, { memberOf: [linkedTo('Domain Admins')] }),
        ],
      }),
      oids({ groupLink: linkedTo('zertifikatsklasse hoch') }),
    ],
    outcome: 'fail',
  },
  {
    name: 'a link to a group without privileges',
    evidence: [...offering([hello(policy)], groups), oids({ groupLink: linkedTo('Zertifikatsklasse Hoch') })],
    outcome: 'info',
    says: ['Zertifikatsklasse Hoch'],
    objects: { [guid(101)]: 'info' },
  },
  {
    name: 'another template for everybody with a privileged link',
    evidence: [...offering([hello(), other({ securityDescriptor: enrolling(users) })], groups), privileged],
    outcome: 'fail',
    objects: { [guid(101)]: 'pass', [guid(165)]: 'fail' },
  },
  {
    name: 'another template for a chosen group with a privileged link',
    evidence: [...offering([hello(), other()], groups), privileged],
    outcome: 'info',
    objects: { [guid(101)]: 'pass', [guid(165)]: 'info' },
  },
  {
    name: 'another template that is not good for sign-in',
    evidence: [
      ...offering([
        other({
          securityDescriptor: enrolling(users),
          extendedKeyUsage: [usage.email],
          applicationPolicies: [usage.email],
        }),
      ]),
      privileged,
    ],
    outcome: 'info',
  },
  {
    name: 'a linked group that was not read',
    evidence: [...offering([hello(policy)], groups), oids({ groupLink: linkedTo('Unbekannt') })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether that group is privileged'],
  },
  {
    name: 'a policy without a visible object',
    evidence: [...offering([hello({ certificatePolicies: ['1.2.3.4'] })], groups), oids()],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['1.2.3.4'],
  },
  {
    name: 'the container of policies is not visible',
    evidence: [...offering([hello(policy)], groups), oids({}, false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'permissions not visible',
    evidence: [...offering([hello({ ...policy, securityDescriptor: undefined })], groups), privileged],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(hello(), other({ securityDescriptor: enrolling(users) })).map((one) => ({
    ...one,
    evidence: [...one.evidence, privileged],
  })),
  {
    name: 'usages not returned',
    evidence: [
      ...offering([other({ extendedKeyUsage: [], applicationPolicies: [], unreadUsages: true })], groups),
      privileged,
    ],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['its usages were not returned'],
  },
  {
    name: 'a group of which nobody read who is in it may enrol another template',
    evidence: [
      ...offering([hello(), other({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })], groups).filter(
        ({ kind }) => kind !== 'ad.partitions',
      ),
      privileged,
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether ordinary users are in'],
  },
]);
