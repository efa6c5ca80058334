import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { hasBits, nameFlag } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { notReturned, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-025',
  revision: 1,
  why: 'The domain controller finds the account by the UPN in the certificate; the CA has to fill it in from Active Directory, never the requester.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/1192823c-d839-4bc3-9b6b-fa8c53507ae1',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeNames, ({ nameFlag: flags }) => ({
      observed:
        flags === undefined
          ? 'not returned'
          : `msPKI-Certificate-Name-Flag 0x${flags.toString(16).toUpperCase().padStart(8, '0')}: ${describe(flags)}`,
      expected: 'built from Active Directory: fully distinguished name and UPN (0x82000000)',
    })),
  remediation: {
    task: 'Correct the subject of the Hello template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Subject Name”.',
      'Choose “Build from this Active Directory information”, format “Fully distinguished name”.',
      'Tick “User principal name (UPN)” only; e-mail name and e-mail fail for users without an address.',
    ],
    command: ['certtmpl.msc', 'certutil -dsTemplate WHFBAuthentication msPKI-Certificate-Name-Flag'].join('\n'),
    verify:
      'The value shows CT_FLAG_SUBJECT_REQUIRE_DIRECTORY_PATH and CT_FLAG_SUBJECT_ALT_REQUIRE_UPN, and no CT_FLAG_ENROLLEE_SUPPLIES_SUBJECT.',
    revert: 'Set the former choice on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const partNames: readonly (readonly [bit: number, name: string])[] = [
  [nameFlag.enrolleeSuppliesSubject, 'subject supplied in the request'],
  [nameFlag.enrolleeSuppliesAlternativeName, 'alternative name supplied in the request'],
  [nameFlag.directoryPath, 'fully distinguished name'],
  [nameFlag.commonName, 'common name'],
  [nameFlag.alternativeNameUpn, 'UPN'],
  [nameFlag.alternativeNameEmail, 'e-mail as alternative name'],
  [nameFlag.subjectEmail, 'e-mail in the subject'],
];

const describe = (flags: number): string =>
  partNames
    .filter(([bit]) => hasBits(flags, bit))
    .map(([, name]) => name)
    .join(', ') || 'none of the known names';

function judgeNames({ nameFlag: flags }: CertificateTemplate): TemplateVerdict {
  if (flags === undefined) return notReturned('msPKI-Certificate-Name-Flag');
  const has = (bits: number): boolean => hasBits(flags, bits);
  if (has(nameFlag.enrolleeSuppliesSubject)) return { outcome: 'fail', note: 'lets the requester supply the subject' };
  if (has(nameFlag.enrolleeSuppliesAlternativeName))
    return { outcome: 'fail', severity: 'high', note: 'lets the requester supply the alternative name' };
  if (!has(nameFlag.alternativeNameUpn))
    return { outcome: 'fail', severity: 'high', note: 'does not put the UPN into the certificate' };
  const emails = has(nameFlag.alternativeNameEmail) || has(nameFlag.subjectEmail);
  const faults = [
    ...(has(nameFlag.directoryPath)
      ? []
      : [
          has(nameFlag.commonName)
            ? 'uses the common name instead of the distinguished name'
            : 'does not use the distinguished name',
        ]),
    ...(emails ? ['asks for an e-mail address, which fails for users without one'] : []),
  ];
  if (faults.length > 0) return { outcome: 'warning', severity: 'high', note: faults.join(' and ') };
  return { outcome: 'pass', note: 'builds the subject from Active Directory: distinguished name and UPN' };
}
