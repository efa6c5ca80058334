import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { domainsInScope, forestsInScope } from '../../evidence/derived/forest-scope';
import { ndesAccounts } from '../../evidence/derived/ndes-account';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { enrolleesOf } from '../../evidence/derived/template-enrolment';
import { usagesOf } from '../../evidence/derived/template-roles';
import { isExportable, isReadable, isSchemaOne, suppliesSubject } from '../../evidence/derived/template-traits';
import { hasBits, keyUsageBit } from '../../knowledge/certificate-template-values';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck, type Inputs } from '../define-check';
import { scepRole, templateNeeds, unseenTemplates, viewOf } from '../pki/judge-role';
import { combined, fault, judgeTemplates, notReturned, risk, type TemplateVerdict } from '../pki/judge-templates';
import { fail, unknown } from '../result';
import { countOf, hex, listed } from '../wording';
import { judgeNdesEnrolment } from './ndes-enrolment';

const smallestKey = 2048;
const needs = [...templateNeeds, ...principalNeeds, 'pki.enrolment-endpoints?'] as const;

export default defineCheck({
  id: 'SSO-011',
  revision: 1,
  why: 'NDES names the user in the request, so the template must accept that; then nothing but its permissions keeps others from naming anybody.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.entraJoined && registrationAuthority.entraJoined === 'ndes-scep') || {
      reason: 'No Entra joined devices that enrol through NDES are in scope.',
    },
  evaluate(inputs, { scope }) {
    const view = viewOf(inputs, scope);
    const candidates = scepRole.candidates(view);
    if (candidates.length === 0) {
      const unseen = unseenTemplates(inputs, view, scope);
      if (unseen !== undefined)
        return unknown('contradictory', { summary: `No template for enrolment through NDES was found. ${unseen}` });
      return fail({
        summary: `None of ${countOf(view.templates.length, 'certificate template')} is made for sign-in certificates that NDES requests.`,
      });
    }
    const principals = principalsOf(inputs, scope);
    const accounts = accountsOf(inputs, scope);
    return judgeTemplates(
      candidates,
      'possible template for NDES',
      (template) => judgeTemplate(template, accounts, principals),
      (template) => ({
        observed: describe(template, principals),
        expected:
          'name flag 0x1, Smart Card Logon and Client Authentication, digital signature, 2048 bits, not exportable, Enroll for the NDES account only',
      }),
    );
  },
  remediation: {
    task: 'Create the template for Entra joined devices.',
    steps: [
      'Duplicate the template “Smartcard Logon” in certtmpl.msc and name the copy “AADJ WHFB Authentication”.',
      'Tab “Subject Name”: “Supply in the request”. Tab “Extensions”: Smart Card Logon and Client Authentication. Tab “Request Handling”: key not exportable.',
      'Tab “Security”: give the NDES service account “Read” and “Enroll”, and take “Enroll” from everybody else.',
      'Publish the template on the issuing CA and name it in the registry of the NDES server (HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP).',
    ],
    command: [
      'certutil -v -dsTemplate AADJWHFBAuthentication',
      'Add-CATemplate -Name AADJWHFBAuthentication -Force',
      'reg query HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP',
    ].join('\n'),
    verify:
      'The dump shows CT_FLAG_ENROLLEE_SUPPLIES_SUBJECT and both usages, and “Enroll” for the NDES service account only.',
    revert: 'Take the template off the CA (`Remove-CATemplate -Name AADJWHFBAuthentication -Force`).',
    right: 'Enterprise Admins, or write access to the template; CA administrator',
    risk: 'Whoever may enrol this template can sign in as anybody (SEC-001).',
  },
});

type Lists = Inputs<(typeof needs)[number]>;

function accountsOf(inputs: Lists, scope: Scope): readonly ServiceAccount[] {
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  return ndesAccounts(
    inputs['ad.service-accounts'].records
      .filter(({ target }) => domains.includes(target))
      .flatMap(({ data }) => data.accounts),
    forestsInScope(inputs['ad.certification-authorities'].records, scope).records.flatMap(
      ({ data }) => data.authorities,
    ),
    inputs['pki.enrolment-endpoints'].records.map(({ data }) => data),
  );
}

function describe(template: CertificateTemplate, principals: PrincipalView): string {
  const enrollees = enrolleesOf(template, principals);
  return [
    `name flag ${template.nameFlag === undefined ? 'not returned' : hex(template.nameFlag)}`,
    `usages ${listed(usagesOf(template), 10) || 'none'}`,
    `minimum key size ${template.minimalKeySize ?? 'not returned'}`,
    enrollees === undefined
      ? 'permissions not visible'
      : `Enroll for ${
          listed(
            enrollees.map(({ title }) => title),
            10,
          ) || 'nobody'
        }`,
  ].join(', ');
}

const judgeTemplate = (
  template: CertificateTemplate,
  accounts: readonly ServiceAccount[],
  principals: PrincipalView,
): TemplateVerdict =>
  combined(
    [
      ...judgeSubject(template),
      ...judgeUsages(template),
      ...judgeKey(template),
      ...judgeNdesEnrolment(template, accounts, principals),
    ],
    'takes the subject from the request, has the usages for sign-in, and lets only the NDES account enrol besides Tier 0',
  );

function judgeSubject(template: CertificateTemplate): readonly TemplateVerdict[] {
  const isSupplied = suppliesSubject(template);
  const isOne = isSchemaOne(template);
  return [
    ...(isSupplied === undefined ? [notReturned('msPKI-Certificate-Name-Flag')] : []),
    ...(isSupplied === false
      ? [fault('builds the subject from Active Directory, where NDES would find its own account')]
      : []),
    ...(isOne === undefined ? [notReturned('msPKI-Template-Schema-Version')] : []),
    ...(isOne === true ? [risk('has schema version 1')] : []),
  ];
}

const neededUsages: readonly (readonly [oid: string, name: string])[] = [
  [keyUsageOid.smartCardLogon, 'Smart Card Logon'],
  [keyUsageOid.clientAuthentication, 'Client Authentication'],
];

function judgeUsages(template: CertificateTemplate): readonly TemplateVerdict[] {
  const usages = usagesOf(template);
  if (usages.length === 0 && !isReadable(template)) return [notReturned('pKIExtendedKeyUsage')];
  if (template.unreadUsages) return [notReturned('msPKI-Certificate-Application-Policy')];
  const lacking = neededUsages.filter(([oid]) => !usages.includes(oid)).map(([, name]) => name);
  return lacking.length === 0 ? [] : [fault(`lacks ${listed(lacking)}`)];
}

function judgeKey(template: CertificateTemplate): readonly TemplateVerdict[] {
  const { minimalKeySize, keyUsageBits } = template;
  const exportable = isExportable(template);
  return [
    ...(minimalKeySize === undefined ? [notReturned('msPKI-Minimal-Key-Size')] : []),
    ...(minimalKeySize !== undefined && minimalKeySize < smallestKey
      ? [fault(`accepts keys of ${minimalKeySize} bits; at least ${smallestKey} are needed`)]
      : []),
    ...(keyUsageBits === undefined ? [notReturned('pKIKeyUsage')] : []),
    ...(keyUsageBits !== undefined && !hasBits(keyUsageBits, keyUsageBit.digitalSignature)
      ? [fault('does not allow digital signatures')]
      : []),
    ...(exportable === undefined ? [notReturned('msPKI-Private-Key-Flag')] : []),
    ...(exportable === true ? [risk('lets the private key be exported (SEC-016)', 'high')] : []),
  ];
}
