import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { countOf, listed } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { notReturned, type TemplateVerdict } from './judge-templates';

const agent = keyUsageOid.certificateRequestAgent;

export default defineCheck({
  id: 'PKI-026',
  revision: 1,
  why: 'One signature of an enrolment agent ties issuance to AD FS: with none, users could request logon certificates on their own; with another rule, AD FS is refused.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeSignatures, ({ raSignatures, raApplicationPolicies }) => ({
      observed: `${raSignatures === undefined ? 'number of signatures not returned' : countOf(raSignatures, 'signature')}, policy ${listed(raApplicationPolicies) || 'none'}`,
      expected: `1 signature, policy Certificate Request Agent (${agent})`,
    })),
  remediation: {
    task: 'Ask for the signature of an enrolment agent on the Hello template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Issuance Requirements”.',
      'Tick “This number of authorized signatures” and enter 1.',
      'Choose “Application policy” as the policy type and “Certificate Request Agent” as the policy.',
    ],
    command: [
      'certtmpl.msc',
      'certutil -dsTemplate WHFBAuthentication msPKI-RA-Signature',
      'certutil -dsTemplate WHFBAuthentication msPKI-RA-Application-Policies',
    ].join('\n'),
    verify: 'msPKI-RA-Signature is 1 and msPKI-RA-Application-Policies names 1.3.6.1.4.1.311.20.2.1.',
    revert: 'Set the former number and policy on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

function judgeSignatures({ raSignatures, raApplicationPolicies }: CertificateTemplate): TemplateVerdict {
  if (raSignatures === undefined) return notReturned('msPKI-RA-Signature');
  if (raSignatures === 0)
    return {
      outcome: 'fail',
      note: 'requires no signature, so anybody who may enrol gets a logon certificate without AD FS',
    };
  if (raSignatures > 1) return { outcome: 'fail', note: `requires ${raSignatures} signatures; AD FS gives 1` };
  if (raApplicationPolicies.includes(agent))
    return { outcome: 'pass', note: 'requires 1 signature of an enrolment agent' };
  const policy =
    raApplicationPolicies.length === 0
      ? 'names no policy for it'
      : `asks for the policy ${listed(raApplicationPolicies)} instead of Certificate Request Agent`;
  return { outcome: 'fail', note: `requires 1 signature but ${policy}` };
}
