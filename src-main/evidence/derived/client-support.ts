import {
  type ClientRelease,
  clientRelease,
  firstWindows11Build,
  newestKnownClientBuild,
} from '../../knowledge/client-builds';
import type { Verdict } from './verdict';

/** Build of Windows 10, version 1703, the oldest that can be provisioned for certificate trust. */
const floor = 15_063;
const year = 365 * 24 * 3_600_000;

/** Servers and clients share build numbers; Microsoft's product names of servers hold this word in every language. */
export const isServerName = (operatingSystem: string | undefined): boolean => /server/iu.test(operatingSystem ?? '');

const isWindows = (operatingSystem: string): boolean => /windows/iu.test(operatingSystem);

/**
 * Whether a client release is inside the document's scope at `now`. Editions have different ends of support: the product's names of editions tell them;
 * where they do not, the longer support counts and the note says so. Undefined for servers and other makers' systems.
 */
export function judgeClientRelease(operatingSystem: string, build: number | undefined, now: Date): Verdict | undefined {
  if (isServerName(operatingSystem) || (operatingSystem !== '' && !isWindows(operatingSystem))) return undefined;
  if (build === undefined) return { outcome: 'unknown', reason: 'not-collected', note: 'The build was not returned.' };
  const release = clientRelease(build);
  if (build < floor)
    return { outcome: 'fail', note: `${release?.name ?? `Build ${build}`} is older than Windows 10, version 1703.` };
  if (build > newestKnownClientBuild)
    return { outcome: 'pass', note: `Build ${build} is newer than every release this version knows.` };
  if (release === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: `Build ${build} is no release of Windows this version knows.`,
    };
  return judgeSupport(release, operatingSystem, now);
}

function judgeSupport(release: ClientRelease, operatingSystem: string, now: Date): Verdict {
  const edition = editionOf(operatingSystem);
  if (edition === 'long-term' && release.longTerm !== undefined) {
    const left = Date.parse(release.longTerm) - now.getTime();
    return {
      outcome: left < year ? 'warning' : 'pass',
      note: `${release.name}, long-term servicing channel, ${supportOf(release.longTerm, now)}.`,
    };
  }
  if (release.build < firstWindows11Build)
    return {
      outcome: 'warning',
      note: `${release.name}: general support of Windows 10 has ended; extended updates (ESU) must be shown.`,
    };
  const end = edition === 'general' ? release.general : release.enterprise;
  const isOver = Date.parse(end) < now.getTime();
  const other =
    edition === 'unknown' && !isOver && Date.parse(release.general) < now.getTime()
      ? ' if it is Enterprise or Education, which its name does not tell'
      : '';
  return { outcome: isOver ? 'warning' : 'pass', note: `${release.name}, ${supportOf(end, now)}${other}.` };
}

/** `end` is the last day with updates. */
export const supportOf = (end: string, now: Date): string =>
  Date.parse(end) < now.getTime() ? `out of support since ${end}` : `supported until ${end}`;

/** Names of editions are brand names; of the translated ones only French and Spanish differ (“Entreprise”, “Professionnel”, “Educación”). */
function editionOf(operatingSystem: string): 'enterprise' | 'general' | 'long-term' | 'unknown' {
  if (/\bLTS[BC]\b/iu.test(operatingSystem)) return 'long-term';
  if (/ent(?:er|re)pri[sz]e|[eé]duca/iu.test(operatingSystem)) return 'enterprise';
  return /\b(?:pro|home)/iu.test(operatingSystem) ? 'general' : 'unknown';
}
