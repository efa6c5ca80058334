import type { PilotComputers } from '../../../src-shared/model/evidence/directory';
import type { EntraDevice } from '../../../src-shared/model/evidence/entra';
import { judgeClientRelease } from '../../evidence/derived/client-support';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { isEntraJoined } from '../../evidence/derived/pilot-devices';
import type { Verdict } from '../../evidence/derived/verdict';
import type { Evidence } from '../define-check';
import type { JudgedObject } from '../result';
import { countOf } from '../wording';

/** Computers listed by name of a release that does not pass. */
const samplesPerRelease = 100;

/** A release of Windows with the computers that run it. */
export interface JudgedRelease {
  readonly object: JudgedObject;
  readonly count: number;
  /** Some of the computers, when the release does not pass. */
  readonly samples: readonly JudgedObject[];
}

/** The releases pilot computers of one domain run; servers and other makers' systems are left out. */
export function clientReleases(
  { id, target, data }: Evidence<'ad.pilot-computers'>,
  now: Date,
): readonly JudgedRelease[] {
  return (data.releases ?? []).flatMap(({ operatingSystem, build, count }) => {
    const verdict = judgeClientRelease(operatingSystem, build, now);
    if (verdict === undefined) return [];
    const object = releaseObject(
      { operatingSystem, build, count, place: normalHostName(target), evidenceId: id },
      verdict,
    );
    return [{ object, count, samples: samplesOf(data, { operatingSystem, build }, verdict, id) }];
  });
}

/** The releases of Entra-joined Windows devices, by the version they told Entra ID. */
export function joinedReleases({ id, data }: Evidence<'entra.devices'>, now: Date): readonly JudgedRelease[] {
  const byBuild = new Map<number | undefined, EntraDevice[]>();
  for (const device of data.devices) {
    if (!isEntraJoined(device) || !/^windows/iu.test(device.operatingSystem ?? '')) continue;
    const build = /^\d{1,3}\.\d{1,3}\.(\d{1,6})/u.exec(device.operatingSystemVersion ?? '')?.[1];
    const key = build === undefined ? undefined : Number(build);
    const members = byBuild.get(key);
    if (members === undefined) byBuild.set(key, [device]);
    else members.push(device);
  }
  const operatingSystem = 'Windows, Entra joined';
  return [...byBuild].flatMap(([build, devices]) => {
    const verdict = judgeClientRelease(operatingSystem, build, now);
    if (verdict === undefined) return [];
    const count = devices.length;
    return [
      {
        object: releaseObject({ operatingSystem, build, count, place: 'entra', evidenceId: id }, verdict),
        count,
        samples: devicesOf(devices, verdict, id),
      },
    ];
  });
}

interface Release {
  readonly operatingSystem: string;
  readonly build: number | undefined;
  readonly count: number;
  /** Domain, or `entra`. */
  readonly place: string;
  readonly evidenceId: string;
}

function releaseObject({ operatingSystem, build, count, place, evidenceId }: Release, verdict: Verdict): JudgedObject {
  const system = operatingSystem === '' ? 'System not known' : operatingSystem;
  const name = build === undefined ? system : `${system} (${build})`;
  const note = `${countOf(count, 'computer')}: ${verdict.note}`;
  return { ...verdict, id: `release:${place}:${name.toLowerCase()}`, kind: 'client', name, note, evidenceId };
}

const devicesOf = (devices: readonly EntraDevice[], verdict: Verdict, evidenceId: string): readonly JudgedObject[] =>
  verdict.outcome === 'pass'
    ? []
    : devices.slice(0, samplesPerRelease).map(({ deviceId, displayName }) => ({
        ...verdict,
        id: deviceId,
        kind: 'device',
        name: displayName,
        evidenceId,
        locate: deviceId,
      }));

const samplesOf = (
  { computers }: PilotComputers,
  { operatingSystem, build }: Pick<Release, 'operatingSystem' | 'build'>,
  verdict: Verdict,
  evidenceId: string,
): readonly JudgedObject[] =>
  verdict.outcome === 'pass'
    ? []
    : computers
        .filter((computer) => (computer.operatingSystem ?? '') === operatingSystem && computer.build === build)
        .slice(0, samplesPerRelease)
        .map(({ objectSid, name }) => ({
          ...verdict,
          id: objectSid,
          kind: 'computer',
          name,
          evidenceId,
          locate: name,
        }));
