import { defineCheck } from '../define-check';
import { attemptNeeds, judgeFromNodes } from './judge-attempts';

export default defineCheck({
  id: 'RA-010',
  revision: 1,
  why: 'AD FS asks the CA for certificates over RPC; a firewall or a missing DCOM right between them ends every request.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'fail'],
  needs: attemptNeeds,
  roles: { 'host.connectivity': ['adfs'] },
  evaluate: (inputs) => judgeFromNodes(inputs, 'a CA', ({ kind }) => kind === 'ca-ping'),
  remediation: {
    task: 'Open the way from AD FS to the CAs.',
    steps: [
      'Open RPC (TCP 135 and the dynamic ports) from the AD FS nodes to the CAs.',
      'Keep Authenticated Users in the group Certificate Service DCOM Access of the CA host.',
    ],
    command: 'certutil -ping -config "ca01.contoso.com\\Contoso Issuing CA 1"',
    verify: '`certutil -ping` succeeds on every node.',
    right: 'Administrator of the nodes and the firewall',
  },
});
