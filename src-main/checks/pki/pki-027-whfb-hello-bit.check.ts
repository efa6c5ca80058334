import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { compatibilityOf, hasBits, privateKeyFlag } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { hex } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { notReturned, type TemplateVerdict } from './judge-templates';

const bit = privateKeyFlag.helloLogonKey;

export default defineCheck({
  id: 'PKI-027',
  revision: 1,
  why: 'Only with this bit do AD FS and the CA treat the request as one for a Hello key; without it no Hello certificate is issued.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeBit, ({ privateKeyFlag: flags }) => ({
      observed:
        flags === undefined ? 'not returned' : `msPKI-Private-Key-Flag ${hex(flags)} (${compatibilityOf(flags)})`,
      expected: `bit ${hex(bit)} set (CTPRIVATEKEY_FLAG_HELLO_LOGON_KEY)`,
    })),
  remediation: {
    task: 'Mark the Hello template as a sign-in template.',
    steps: [
      'Sign in to the CA as a member of Enterprise Admins.',
      'Set the bit on the template; certtmpl.msc has no check box for it.',
      'Restart AD FS, so that it reads the template again.',
    ],
    command: [
      'certutil.exe -dsTemplate WHFBAuthentication msPKI-Private-Key-Flag +CTPRIVATEKEY_FLAG_HELLO_LOGON_KEY',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify:
      '`certutil -dsTemplate WHFBAuthentication msPKI-Private-Key-Flag` lists CTPRIVATEKEY_FLAG_HELLO_LOGON_KEY (0x200000).',
    revert: '`certutil.exe -dsTemplate WHFBAuthentication msPKI-Private-Key-Flag -CTPRIVATEKEY_FLAG_HELLO_LOGON_KEY`',
    right: 'Enterprise Admins',
  },
});

/** Only the bit counts, not the whole value: the rest depends on the compatibility setting (catalogue D12, judged by PKI-029). */
function judgeBit({ privateKeyFlag: flags }: CertificateTemplate): TemplateVerdict {
  if (flags === undefined) return notReturned('msPKI-Private-Key-Flag');
  return hasBits(flags, bit)
    ? { outcome: 'pass', note: `is marked as a Hello sign-in template (private-key flag ${hex(flags)})` }
    : {
        outcome: 'fail',
        note: `is not marked as a Hello sign-in template: its private-key flag ${hex(flags)} lacks the bit ${hex(bit)}`,
      };
}
