import { judgeControllerUsages } from '../../evidence/derived/controller-certificate';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { controllerNeeds, judgeControllers } from './judge-controllers';

const usageNames: Readonly<Record<string, string>> = {
  [keyUsageOid.serverAuthentication]: 'Server Authentication',
  [keyUsageOid.clientAuthentication]: 'Client Authentication',
  [keyUsageOid.kdcAuthentication]: 'KDC Authentication',
};

export default defineCheck({
  id: 'PKI-007',
  revision: 1,
  why: 'The KDC and clients that validate strictly look for these usages; without KDC Authentication Entra-joined devices refuse the domain controller.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: controllerNeeds,
  evaluate: (inputs, { scope }) =>
    judgeControllers(
      inputs,
      scope,
      ({ certificate }) => judgeControllerUsages(certificate, scope.joinTypes.entraJoined),
      {
        fault: 'lacks a usage',
        fine: 'every certificate has Server, Client and KDC Authentication and the key usage for them.',
        expected: 'Server, Client and KDC Authentication; digital signature and key encipherment',
        observe: ({ extendedKeyUsage }) =>
          extendedKeyUsage === undefined
            ? 'every usage: none is named'
            : listed(
                extendedKeyUsage.map((oid) => usageNames[oid] ?? oid),
                10,
              ) || 'none',
      },
    ),
  remediation: {
    task: 'Correct the usages of the domain controllers’ certificates.',
    steps: [
      'Duplicate the template Kerberos Authentication, publish it, and let it supersede the templates of the present certificates (PKI-012, PKI-014).',
      'Let the domain controllers enrol, and remove the former certificates from their stores.',
    ],
    command: ['certutil -pulse', 'certutil -q -v -store my'].join('\n'),
    verify: 'The certificate on every domain controller lists Server, Client and KDC Authentication.',
    revert: 'Delete the new certificate from the computer’s store and revoke it at the CA.',
    right: 'Domain Admins on the domain controller; CA administrator for the template',
  },
});
