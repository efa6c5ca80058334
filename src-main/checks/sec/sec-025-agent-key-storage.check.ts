import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { isExportable, usesLegacyProvider } from '../../evidence/derived/template-traits';
import { isHardwareProvider, isSoftwareProvider } from '../../knowledge/key-providers';
import { defineCheck } from '../define-check';
import { agentRole, judgeRole, templateNeeds } from '../pki/judge-role';
import { fault, notReturned, risk, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';

export default defineCheck({
  id: 'SEC-025',
  revision: 1,
  why: 'Whoever copies the enrolment agent’s key from an AD FS server can have a sign-in certificate issued for any Hello user.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/f6122d87-b999-4b92-bff8-f465e8949667',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(agentRole, inputs, scope, judgeStorage, (template) => ({
      observed: `${exportability(template)}, ${template.providers === undefined ? 'any provider' : `only ${listed(template.providers)}`}`,
      expected: 'not exportable, in a hardware security module or TPM',
    })),
  remediation: {
    task: 'Protect the private key of the enrolment agent.',
    steps: [
      'Clear “Allow private key to be exported” on the tab “Request Handling” of the template.',
      'Limit the template to the key storage provider of the hardware security module or to the Microsoft Platform Crypto Provider, tab “Cryptography”.',
      'Let AD FS enrol a new agent certificate and revoke the old one.',
      'Keep the list of administrators of the AD FS servers as short as that of domain controllers.',
    ],
    command: [
      'certutil -dsTemplate WHFBEnrollmentAgent msPKI-Private-Key-Flag -CTPRIVATEKEY_FLAG_EXPORTABLE_KEY',
      'Restart-Service adfssrv',
      'certutil -v -store My',
    ].join('\n'),
    verify:
      '`certutil -v -store My` on each AD FS node shows the agent certificate with the intended provider and “Private key is NOT exportable”.',
    revert: 'Set the former choices on the same tabs and enrol again.',
    right: 'Enterprise Admins, or write access to the template; AD FS administrator',
  },
});

function exportability(template: CertificateTemplate): string {
  const exportable = isExportable(template);
  return exportable === undefined ? 'flag not returned' : exportable ? 'exportable' : 'not exportable';
}

function judgeStorage(template: CertificateTemplate): TemplateVerdict {
  const exportable = isExportable(template);
  if (exportable === undefined) return notReturned('msPKI-Private-Key-Flag');
  if (exportable) return fault('lets the key of the enrolment agent be exported');
  const { providers = [] } = template;
  if (providers.length > 0 && providers.every(isHardwareProvider))
    return {
      outcome: 'pass',
      note: `keeps the key in hardware (${listed(providers)}), from where it cannot be exported`,
    };
  if (providers.length > 0 && providers.every(isSoftwareProvider))
    return risk(`keeps the key in software on the AD FS servers (${listed(providers)})`);
  if (usesLegacyProvider(template) === true && providers.length === 0)
    return risk('asks for a legacy provider, which keeps the key in software on the AD FS servers');
  const allowed = providers.length === 0 ? 'allows any provider' : `allows ${listed(providers)}`;
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note: `forbids export but ${allowed}; where the AD FS servers keep the key is not part of the evidence`,
  };
}
