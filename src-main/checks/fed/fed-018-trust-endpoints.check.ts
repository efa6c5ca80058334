import type { AdfsEndpointSetting } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';

/** Each kind of sign-in in both versions of WS-Trust; one version is enough for Windows, the guide asks for both. */
const kinds = ['windowstransport', 'usernamemixed', 'certificatemixed'] as const;
const versions = ['2005', '13'] as const;
const needed: readonly string[] = ['windowstransport', 'usernamemixed'];

export default defineCheck({
  id: 'FED-018',
  revision: 1,
  why: 'A domain computer registers itself with tokens it gets at these WS-Trust addresses, as computer and as user.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
  ],
  needs: ['adfs.endpoint-settings'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope, so nothing registers over WS-Trust.' },
  evaluate: ({ 'adfs.endpoint-settings': settings }) =>
    judgeFarms(settings.records, ({ data }) => judgeEndpoints(data.endpoints)),
  remediation: {
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

const pathOf = (version: string, kind: string): string => `/adfs/services/trust/${version}/${kind}`;

function judgeEndpoints(endpoints: readonly AdfsEndpointSetting[]): FarmVerdict {
  if (endpoints.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of endpoints is empty; every farm has some.',
    };
  const stateOf = (version: string, kind: string): AdfsEndpointSetting | undefined =>
    endpoints.find(({ path }) => path === pathOf(version, kind));
  const isOn = (version: string, kind: string): boolean => stateOf(version, kind)?.enabled === true;
  const observations = kinds.flatMap((kind) =>
    versions.map((version) => ({
      label: pathOf(version, kind),
      observed: stateOf(version, kind) === undefined ? 'not listed' : isOn(version, kind) ? 'enabled' : 'disabled',
      expected: 'enabled',
      matches: isOn(version, kind),
    })),
  );
  const off = kinds.filter((kind) => !versions.some((version) => isOn(version, kind)));
  const broken = off.filter((kind) => needed.includes(kind));
  if (broken.length > 0)
    return {
      outcome: 'fail',
      note: `${listed(broken)} ${broken.length === 1 ? 'is' : 'are'} disabled in both versions of WS-Trust, so domain computers cannot register.`,
      observations,
    };
  const half = kinds.filter((kind) => versions.some((version) => !isOn(version, kind)));
  if (half.length > 0)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `${listed(half)} ${half.length === 1 ? 'is' : 'are'} not enabled in both versions of WS-Trust.`,
      observations,
    };
  return { outcome: 'pass', note: 'All six WS-Trust addresses are enabled.', observations };
}
