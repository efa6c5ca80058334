import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { isAgentTemplate } from '../../evidence/derived/template-roles';
import { isExportable } from '../../evidence/derived/template-traits';
import { defineCheck } from '../define-check';
import { agentRole, helloRole, judgeRole, scepRole, type TemplateRole, templateNeeds } from '../pki/judge-role';
import { fault, notReturned, type TemplateVerdict } from '../pki/judge-templates';
import { hex } from '../wording';

export default defineCheck({
  id: 'SEC-016',
  revision: 1,
  why: 'A key that can be exported works on any computer: a copied agent key signs for every user, a copied sign-in key is that user.',
  sources: ['https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/f6122d87-b999-4b92-bff8-f465e8949667'],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(keyTemplates(scope), inputs, scope, judgeKey, ({ privateKeyFlag }) => ({
      observed: privateKeyFlag === undefined ? 'not returned' : `msPKI-Private-Key-Flag ${hex(privateKeyFlag)}`,
      expected: 'without 0x10 (CTPRIVATEKEY_FLAG_EXPORTABLE_KEY)',
    })),
  remediation: {
    task: 'Make keys for Hello and agents unexportable.',
    steps: [
      'Open the template in certtmpl.msc, tab “Request Handling”, and clear “Allow private key to be exported”.',
      'Reissue the certificates that were enrolled before, and revoke the old ones: their keys stay exportable.',
    ],
    command: [
      'certutil -dsTemplate WHFBEnrollmentAgent msPKI-Private-Key-Flag -CTPRIVATEKEY_FLAG_EXPORTABLE_KEY',
      'certutil -dsTemplate WHFBAuthentication msPKI-Private-Key-Flag -CTPRIVATEKEY_FLAG_EXPORTABLE_KEY',
    ].join('\n'),
    verify: '`certutil -dsTemplate <cn> msPKI-Private-Key-Flag` does not list CTPRIVATEKEY_FLAG_EXPORTABLE_KEY.',
    revert: 'Tick the option on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const keyTemplates = ({ joinTypes }: Scope): TemplateRole => ({
  title: 'Hello or agent template',
  presence: 'PKI-019 and PKI-023',
  candidates: (view) => {
    const roles = [helloRole, agentRole, ...(joinTypes.entraJoined ? [scepRole] : [])];
    return [...new Set(roles.flatMap(({ candidates }) => candidates(view)))];
  },
});

function judgeKey(template: CertificateTemplate): TemplateVerdict {
  const exportable = isExportable(template);
  if (exportable === undefined) return notReturned('msPKI-Private-Key-Flag');
  if (!exportable) return { outcome: 'pass', note: 'keeps the private key from being exported' };
  return isAgentTemplate(template)
    ? fault('lets the key of the enrolment agent be exported', 'high')
    : fault('lets the sign-in key be exported', 'medium');
}
