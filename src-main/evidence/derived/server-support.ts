import { newestKnownBuild, serverRelease } from '../../knowledge/server-builds';
import { supportOf } from './client-support';
import type { Verdict } from './verdict';

/** Builds of Windows Server 2012 R2, 2016 and 2022. */
const [release2012R2, release2016, release2022] = [9600, 14_393, 20_348];
const year = 365 * 24 * 3_600_000;

/** Whether the release of a server with a role is inside the document's scope (2016, 2019 and 2022) at `now`; AD FS must be 2016 at least. */
export function judgeServerRelease(build: number | undefined, role: 'adfs' | 'other', now: Date): Verdict {
  if (build === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The operating system version was not returned.' };
  const release = serverRelease(build);
  const name = release?.name ?? `Build ${build}`;
  if (build < (role === 'adfs' ? release2016 : release2012R2))
    return { outcome: 'fail', note: `${name} is older than Windows Server ${role === 'adfs' ? '2016' : '2012 R2'}.` };
  if (build > release2022)
    return {
      outcome: 'warning',
      note: `${build > newestKnownBuild ? `Build ${build}` : name} is newer than the releases the document names (2016, 2019, 2022).`,
    };
  if (release === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: `Build ${build} is no release of Windows Server this version knows.`,
    };
  if (build < release2016)
    return { outcome: 'warning', note: `${name} is older than the releases the document names (2016, 2019, 2022).` };
  const isEnding = Date.parse(release.endOfSupport) - now.getTime() < year;
  return { outcome: isEnding ? 'warning' : 'pass', note: `${name}, ${supportOf(release.endOfSupport, now)}.` };
}
