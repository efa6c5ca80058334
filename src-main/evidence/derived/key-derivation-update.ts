import { clientRelease, newestKnownClientBuild } from '../../knowledge/client-builds';
import type { Verdict } from './verdict';

/** Build and revision of `10.0.19045.3930`; the revision is absent in versions that do not tell it. */
export interface WindowsVersion {
  readonly build: number;
  readonly revision?: number;
}

export function windowsVersion(text: string | undefined): WindowsVersion | undefined {
  const match = /^\s*(?:\d{1,2}\.\d{1,2}\.)(\d{4,6})(?:\.(\d{1,6}))?\s*$/u.exec(text ?? '');
  if (match?.[1] === undefined) return undefined;
  const build = Number(match[1]);
  return match[2] === undefined ? { build } : { build, revision: Number(match[2]) };
}

/** Whether a client has the update of July 2021, with which it derives keys the second way (CVE-2021-33781). */
export function judgeKeyDerivationUpdate({ build, revision }: WindowsVersion): Verdict {
  const release = clientRelease(build);
  const shown = `${release?.name ?? 'Windows'} (build ${build}${revision === undefined ? '' : `.${revision}`})`;
  if (release === undefined)
    return build > newestKnownClientBuild
      ? { outcome: 'pass', note: `${shown} is newer than every release this version knows.` }
      : { outcome: 'unknown', reason: 'unreadable', note: `${shown} is no release of Windows this version knows.` };
  const floor = release.july2021;
  if (floor === undefined) return { outcome: 'fail', note: `${shown} got no updates any more in July 2021.` };
  if (floor === 0) return { outcome: 'pass', note: `${shown} came after July 2021.` };
  if (revision === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${shown}: its revision was not collected; ${build}.${floor} or later is needed.`,
    };
  return revision >= floor
    ? { outcome: 'pass', note: `${shown} has the update.` }
    : { outcome: 'fail', note: `${shown} is older than ${build}.${floor}.` };
}
