import { defineCheck } from '../define-check';
import { judgeTrustEndpoints, trustEndpointNeeds } from './judge-trust-endpoints';

export default defineCheck({
  id: 'FED-018',
  revision: 1,
  why: 'A domain computer registers itself with tokens it gets at these WS-Trust addresses, as computer and as user.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: trustEndpointNeeds,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope, so nothing registers over WS-Trust.' },
  evaluate: judgeTrustEndpoints,
  remediation: {
    task: 'Enable the WS-Trust endpoints that registration needs.',
    steps: [
      'Enable the addresses that are off and restart AD FS on every node.',
      'Keep windowstransport off the proxy (FED-019).',
    ],
    command: [
      'Get-AdfsEndpoint | Where-Object AddressPath -like "/adfs/services/trust/*" | Select-Object AddressPath, Enabled, Proxy',
      'Enable-AdfsEndpoint -TargetAddressPath "/adfs/services/trust/13/windowstransport"',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: 'The first command shows all six addresses enabled.',
    revert: '`Disable-AdfsEndpoint -TargetAddressPath …` for the addresses that were enabled.',
    right: 'AD FS administrator',
  },
});
