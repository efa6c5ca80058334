import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { usagesOf } from '../../evidence/derived/template-roles';
import { isReadable } from '../../evidence/derived/template-traits';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { notReturned, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-024',
  revision: 1,
  why: 'Domain controllers accept a certificate for logon only when its extended key usage says that it is meant for it.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeUsages, (template) => ({
      observed: describe(usagesOf(template)),
      expected: `Smart Card Logon (${keyUsageOid.smartCardLogon}); no Any Purpose`,
    })),
  remediation: {
    task: 'Correct the usages of the Hello template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Extensions”, “Application Policies”.',
      'Add “Smart Card Logon”, keep “Client Authentication”, remove “Any Purpose”.',
      'Let users renew; certificates issued before keep the former usages.',
    ],
    command: [
      'certtmpl.msc',
      'certutil -v -dsTemplate WHFBAuthentication pKIExtendedKeyUsage',
      'certutil -v -dsTemplate WHFBAuthentication msPKI-Certificate-Application-Policy',
    ].join('\n'),
    verify: 'Both attributes list 1.3.6.1.4.1.311.20.2.2.',
    revert: 'Remove the usage on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const usageNames: Readonly<Record<string, string>> = {
  [keyUsageOid.smartCardLogon]: 'Smart Card Logon',
  [keyUsageOid.clientAuthentication]: 'Client Authentication',
  [keyUsageOid.pkinitClient]: 'PKINIT client',
  [keyUsageOid.anyPurpose]: 'Any Purpose',
};

const describe = (usages: readonly string[]): string =>
  usages.length === 0 ? 'none' : usages.map((oid) => usageNames[oid] ?? oid).join(', ');

function judgeUsages(template: CertificateTemplate): TemplateVerdict {
  const usages = usagesOf(template);
  if (usages.length === 0 && (!isReadable(template) || template.unreadUsages))
    return notReturned('pKIExtendedKeyUsage');
  if (usages.length === 0)
    return { outcome: 'fail', note: 'has no extended key usage, so its certificates are good for every purpose' };
  if (usages.includes(keyUsageOid.anyPurpose))
    return { outcome: 'fail', note: 'allows any purpose, which a sign-in certificate must not' };
  if (template.unreadUsages) return notReturned('msPKI-Certificate-Application-Policy');
  if (!usages.includes(keyUsageOid.smartCardLogon))
    return { outcome: 'fail', note: `lacks the Smart Card Logon usage (it has ${describe(usages)})` };
  const lists = [template.extendedKeyUsage, template.applicationPolicies].filter((list) => list.length > 0);
  if (lists.some((list) => !list.includes(keyUsageOid.smartCardLogon))) {
    return {
      outcome: 'warning',
      note: 'has Smart Card Logon in one of the attributes pKIExtendedKeyUsage and msPKI-Certificate-Application-Policy only',
    };
  }
  return { outcome: 'pass', note: `has ${describe(usages)}` };
}
