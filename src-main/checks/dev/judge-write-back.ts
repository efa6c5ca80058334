import { day } from '../../evidence/derived/time-span';
import type { CheckContext, CheckResult, Inputs } from '../define-check';
import { fail, pass, unknown } from '../result';
import { countOf, listed } from '../wording';

const recent = 14 * day;
/** Features by their names at Graph and in the company features of Entra Connect. */
const featureNames = ['deviceWritebackEnabled', 'DeviceWriteback'];

export const writeBackNeeds = [
  'entra.synchronization?',
  'connect.settings?',
  'connect.rules?',
  'ad.registered-devices?',
] as const;

/** Whether devices are written back to Active Directory (DEV-010). */
export function judgeWriteBack(inputs: Inputs<(typeof writeBackNeeds)[number]>, { now }: CheckContext): CheckResult {
  const said = [
    ...inputs['entra.synchronization'].records.map(({ data }) => ({
      source: 'Entra ID',
      enabled: featureIn(data.features),
    })),
    ...inputs['connect.settings'].records.map(({ data }) => ({
      source: data.host,
      enabled: featureIn(data.features),
    })),
  ].flatMap(({ source, enabled }) => (enabled === undefined ? [] : [{ source, enabled }]));
  const observations = said.map(({ source, enabled }) => ({
    label: `Device write-back, says ${source}`,
    observed: enabled ? 'on' : 'off',
    expected: 'on',
    matches: enabled,
  }));
  const off = said.filter(({ enabled }) => !enabled);
  const on = said.filter(({ enabled }) => enabled);
  const devices = inputs['ad.registered-devices'].records.flatMap(({ data }) => data.devices);
  const flowing = devices.filter(
    ({ hasCloudAnchor, whenChanged }) =>
      hasCloudAnchor === true && whenChanged !== undefined && now.getTime() - Date.parse(whenChanged) <= recent,
  );
  if (off.length > 0 && on.length > 0)
    return unknown('contradictory', {
      summary: `${listed(on.map(({ source }) => source))} says that device write-back is on, ${listed(off.map(({ source }) => source))} that it is off.`,
      observations,
    });
  if (off.length > 0)
    return fail({
      summary: `Device write-back is off, says ${listed(off.map(({ source }) => source))}.`,
      observations,
    });
  const rules = inputs['connect.rules'].records.flatMap(({ data }) => data.rules);
  const writing = rules.filter(
    ({ direction, targetObjectType }) =>
      direction?.toLowerCase() === 'outbound' && targetObjectType?.toLowerCase() === 'msds-device',
  );
  if (on.length > 0 && writing.length > 0 && writing.every(({ disabled }) => disabled))
    return fail({
      summary: 'Device write-back is on, but the rules that write devices to Active Directory are disabled.',
      observations,
    });
  if (on.length > 0)
    return pass({
      summary: `Device write-back is on, says ${listed(on.map(({ source }) => source))}.`,
      observations,
    });
  if (flowing.length > 0)
    return pass({
      summary: `Neither Entra ID nor Entra Connect was asked, but ${countOf(flowing.length, 'device')} in Active Directory with an anchor in the cloud changed within 14 days: write-back works.`,
    });
  const [gap] = [
    ...inputs['entra.synchronization'].gaps,
    ...inputs['connect.settings'].gaps,
    ...inputs['ad.registered-devices'].gaps,
  ];
  return unknown(gap?.reason ?? 'not-collected', {
    summary: gap?.message ?? 'Neither the features of synchronisation nor recently written-back devices were read.',
  });
}

const featureIn = (features: Readonly<Record<string, boolean>>): boolean | undefined =>
  featureNames.map((name) => features[name]).find((value) => value !== undefined);
