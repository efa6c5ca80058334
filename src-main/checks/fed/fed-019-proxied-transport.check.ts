import type { AdfsEndpointSetting } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';

const transport = /^\/adfs\/services\/trust\/(?:2005|13)\/windowstransport$/u;

export default defineCheck({
  id: 'FED-019',
  revision: 1,
  why: 'Windows authentication on the internet lets anybody try passwords and lock accounts, past the lockout protection of the proxy.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
  ],
  needs: ['adfs.endpoint-settings'],
  evaluate: ({ 'adfs.endpoint-settings': settings }) =>
    judgeFarms(settings.records, ({ data }) => judgeEndpoints(data.endpoints)),
  remediation: {
    steps: ['Take the addresses off the proxy and restart AD FS on every node.'],
    command: [
      'Set-AdfsEndpoint -TargetAddressPath /adfs/services/trust/2005/windowstransport -Proxy $false',
      'Set-AdfsEndpoint -TargetAddressPath /adfs/services/trust/13/windowstransport -Proxy $false',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: 'From the internet both addresses answer 503 or 404.',
    revert: '`Set-AdfsEndpoint … -Proxy $true`; not advised.',
    right: 'AD FS administrator',
  },
});

function judgeEndpoints(endpoints: readonly AdfsEndpointSetting[]): FarmVerdict {
  const transports = endpoints.filter(({ path }) => transport.test(path));
  if (transports.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of endpoints does not hold windowstransport.',
    };
  const observations = transports.map(({ path, enabled, proxy }) => ({
    label: path,
    observed: proxy === undefined ? 'not returned' : enabled && proxy ? 'on the proxy' : 'not on the proxy',
    expected: 'not on the proxy',
    ...(proxy === undefined ? {} : { matches: !(enabled && proxy) }),
  }));
  const exposed = transports.filter(({ enabled, proxy }) => enabled && proxy === true).map(({ path }) => path);
  if (exposed.length > 0)
    return {
      outcome: 'fail',
      note: `${listed(exposed)} ${exposed.length === 1 ? 'is' : 'are'} published on the proxy.`,
      observations,
    };
  if (transports.some(({ enabled, proxy }) => enabled && proxy === undefined))
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The export does not say which endpoints are on the proxy.',
      observations,
    };
  return { outcome: 'pass', note: 'Windows authentication over WS-Trust is not published on the proxy.', observations };
}
