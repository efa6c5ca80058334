import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { enrollmentFlag, hasBits, privateKeyFlag } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { hex } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-028',
  revision: 1,
  why: 'Hello renews with the old certificate as proof and keeps its key; a template that asks for approval, or for a new key, issues once and then stops.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/ec71fd43-61c2-407b-83c9-b52272dec8a1',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/f6122d87-b999-4b92-bff8-f465e8949667',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeFlags, (template) => ({
      observed: `msPKI-Enrollment-Flag ${shown(template.enrollmentFlag)}, msPKI-Private-Key-Flag ${shown(template.privateKeyFlag)}`,
      expected:
        'enrolment flag with 0x40, without 0x2, 0x8, 0x100 and 0x80000; private-key flag with 0x80, without 0x10',
    })),
  remediation: {
    task: 'Correct the enrolment flags of the Hello template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Issuance Requirements”: clear “CA certificate manager approval”, and require “Valid existing certificate” for reenrolment.',
      'Tab “Request Handling”: tick “Renew with the same key”, clear “Allow private key to be exported”, and enrol the subject without user input.',
      'Tab “General”: clear “Publish certificate in Active Directory”.',
      'Clear the flag that leaves the SID out of certificates; certtmpl.msc has no check box for it.',
    ],
    command: [
      'certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag -CT_FLAG_NO_SECURITY_EXTENSION',
      'certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag',
      'certutil -dsTemplate WHFBAuthentication msPKI-Private-Key-Flag',
    ].join('\n'),
    verify:
      'The enrolment flag lists CT_FLAG_PREVIOUS_APPROVAL_VALIDATE_REENROLLMENT and the private-key flag CTPRIVATEKEY_FLAG_REQUIRE_SAME_KEY_RENEWAL; neither lists the flags that are to go.',
    revert: 'Set the former choices on the same tabs.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const shown = (flags: number | undefined): string => (flags === undefined ? 'not returned' : hex(flags));

function judgeFlags(template: CertificateTemplate): TemplateVerdict {
  return combined(
    [...judgeEnrollment(template), ...judgeKey(template)],
    'accepts the existing certificate for renewal and keeps its key',
  );
}

function judgeEnrollment({ enrollmentFlag: flags }: CertificateTemplate): readonly TemplateVerdict[] {
  if (flags === undefined) return [notReturned('msPKI-Enrollment-Flag')];
  const has = (bits: number): boolean => hasBits(flags, bits);
  return [
    ...(has(enrollmentFlag.pendAllRequests) ? [fault('makes every request wait for a CA manager')] : []),
    ...(has(enrollmentFlag.noSecurityExtension)
      ? [fault('leaves the SID out of its certificates, which domain controllers ask for')]
      : []),
    ...(has(enrollmentFlag.validateWithExistingCertificate)
      ? []
      : [risk('does not accept the existing certificate as proof for renewal')]),
    ...(has(enrollmentFlag.publishToDirectory) ? [risk('writes every certificate into Active Directory')] : []),
    ...(has(enrollmentFlag.userInteraction) ? [risk('asks the user for input during enrolment')] : []),
  ];
}

function judgeKey({ privateKeyFlag: flags }: CertificateTemplate): readonly TemplateVerdict[] {
  if (flags === undefined) return [notReturned('msPKI-Private-Key-Flag')];
  return [
    ...(hasBits(flags, privateKeyFlag.exportableKey) ? [fault('lets the private key be exported')] : []),
    ...(hasBits(flags, privateKeyFlag.sameKeyRenewal) ? [] : [risk('does not renew with the same key')]),
  ];
}
