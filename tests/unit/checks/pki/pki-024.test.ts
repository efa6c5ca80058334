import check from '../../../../src-main/checks/pki/pki-024-whfb-usage.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate, templatesOf, usage } from './templates';

const id = guid(101);
const using = (extendedKeyUsage: readonly string[], applicationPolicies = extendedKeyUsage): CertificateTemplate =>
  helloTemplate({ extendedKeyUsage, applicationPolicies });

describeCheck(check, [
  {
    name: 'Smart Card Logon and Client Authentication',
    evidence: withTemplates(helloTemplate()),
    outcome: 'pass',
    says: ['Smart Card Logon'],
    objects: { [id]: 'pass' },
  },
  { name: 'Smart Card Logon alone', evidence: withTemplates(using([usage.smartCardLogon])), outcome: 'pass' },
  {
    name: 'without Smart Card Logon',
    evidence: withTemplates(using([usage.client])),
    outcome: 'fail',
    severity: 'blocker',
    says: ['lacks the Smart Card Logon usage', 'Client Authentication'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'PKINIT client only',
    evidence: withTemplates(using([usage.pkinit])),
    outcome: 'fail',
    says: ['PKINIT client'],
  },
  {
    name: 'Any Purpose',
    evidence: withTemplates(using([usage.smartCardLogon, usage.anyPurpose])),
    outcome: 'fail',
    says: ['any purpose'],
  },
  { name: 'no usage', evidence: withTemplates(using([])), outcome: 'fail', says: ['every purpose'] },
  {
    name: 'the two attributes disagree',
    evidence: withTemplates(using([usage.smartCardLogon, usage.client], [usage.client])),
    outcome: 'warning',
  },
  {
    name: 'application policies empty as in version 1',
    evidence: withTemplates(using([usage.smartCardLogon], [])),
    outcome: 'pass',
  },
  {
    name: 'nothing of the template returned',
    evidence: withTemplates(
      helloTemplate({ extendedKeyUsage: [], applicationPolicies: [], flags: undefined, schemaVersion: undefined }),
    ),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'one of two candidates',
    evidence: withTemplates(
      helloTemplate(),
      helloTemplate({
        cn: 'OldHello',
        objectGuid: guid(130),
        extendedKeyUsage: [usage.client],
        applicationPolicies: [],
      }),
    ),
    outcome: 'fail',
    says: ['1 of 2 possible WHfB templates is not in order', 'OldHello'],
    objects: { [id]: 'pass', [guid(130)]: 'fail' },
  },
  ...absenceCases,
  {
    name: 'the extended key usage told without the application policies',
    evidence: [templatesOf([helloTemplate({ applicationPolicies: [], unreadUsages: true })])],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['msPKI-Certificate-Application-Policy'],
  },
  {
    name: 'any purpose, told without the application policies',
    evidence: [
      templatesOf([
        helloTemplate({ extendedKeyUsage: [usage.anyPurpose], applicationPolicies: [], unreadUsages: true }),
      ]),
    ],
    outcome: 'fail',
  },
]);
