import { defineCheck } from '../define-check';
import { attemptNeeds, judgeFromNodes } from './judge-attempts';

export default defineCheck({
  id: 'RA-009',
  revision: 1,
  why: 'AD FS checks the key in a certificate request with the registration service in the cloud; nodes that cannot reach it issue nothing.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'fail'],
  needs: attemptNeeds,
  roles: { 'host.connectivity': ['adfs'] },
  evaluate: (inputs) =>
    judgeFromNodes(inputs, 'the registration service', ({ target }) =>
      /(?:^|\.)enterpriseregistration\.(?:windows\.net|microsoftonline\.us)$/iu.test(target),
    ),
  remediation: {
    task: 'Let the AD FS servers reach Entra device registration.',
    steps: [
      'Allow the AD FS nodes to reach enterpriseregistration.windows.net on port 443, past any inspection of TLS.',
      'Set the WinHTTP proxy where one is needed: AD FS does not use the proxy of a user.',
    ],
    command: ['Test-NetConnection enterpriseregistration.windows.net -Port 443', 'netsh winhttp show proxy'].join('\n'),
    verify: 'The first command succeeds on every node.',
    right: 'Administrator of the nodes and the firewall',
  },
});
