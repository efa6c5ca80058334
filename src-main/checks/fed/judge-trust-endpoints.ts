import type { AdfsEndpointSetting } from '../../../src-shared/model/evidence/adfs-settings';
import type { CheckResult, Inputs } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';

/** Each kind of sign-in in both versions of WS-Trust; one version is enough for Windows, the guide asks for both. */
const kinds = ['windowstransport', 'usernamemixed', 'certificatemixed'] as const;
const versions = ['2005', '13'] as const;
const needed: readonly string[] = ['windowstransport', 'usernamemixed'];

export const trustEndpointNeeds = ['adfs.endpoint-settings'] as const;

/** Whether computers can get tokens over WS-Trust (FED-018). */
export const judgeTrustEndpoints = ({
  'adfs.endpoint-settings': settings,
}: Inputs<(typeof trustEndpointNeeds)[number]>): CheckResult =>
  judgeFarms(settings.records, ({ data }) => judgeEndpoints(data.endpoints));

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
