import { clientRelease } from '../../knowledge/client-builds';
import { serverRelease } from '../../knowledge/server-builds';
import type { Verdict } from './verdict';

/**
 * What cloud Kerberos trust needs of Windows (https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust):
 * some releases only from an update on, told by the fourth part of the version, which AD does not keep.
 */
interface Requirement {
  readonly build: number;
  readonly update: string;
  /** Field knowledge, not on the page: the revision that update brought. */
  readonly revision: number;
}

const clientUpdates: readonly Requirement[] = [
  { build: 19_044, update: 'KB5010415', revision: 1566 },
  { build: 22_000, update: 'KB5010414', revision: 527 },
];
const serverUpdates: readonly Requirement[] = [
  { build: 14_393, update: 'KB4534307', revision: 3474 },
  { build: 17_763, update: 'KB4534321', revision: 1012 },
];
/** First builds that need no update: Windows 10 22H2, Windows Server 2022. */
const [firstClient, firstServer] = [19_045, 20_348];

/** `revision` is the fourth part of a version such as 10.0.19044.1706, where a source tells it. */
export function judgeCloudTrustClient(build: number | undefined, revision?: number): Verdict {
  if (build === undefined) return notTold;
  const name = clientRelease(build)?.name ?? `Build ${build}`;
  return judgeBuild({ build, revision, name, first: firstClient, updates: clientUpdates });
}

export function judgeCloudTrustServer(build: number | undefined): Verdict {
  if (build === undefined) return notTold;
  const name = serverRelease(build)?.name ?? `Build ${build}`;
  return judgeBuild({ build, revision: undefined, name, first: firstServer, updates: serverUpdates });
}

const notTold = { outcome: 'unknown', reason: 'not-collected', note: 'The build was not returned.' } as const;

interface Build {
  readonly build: number;
  readonly revision: number | undefined;
  readonly name: string;
  readonly first: number;
  readonly updates: readonly Requirement[];
}

function judgeBuild({ build, revision, name, first, updates }: Build): Verdict {
  const needed = updates.find((update) => update.build === build);
  if (needed === undefined)
    return build >= first
      ? { outcome: 'pass', note: `${name} supports it.` }
      : { outcome: 'fail', note: `${name} does not support it.` };
  if (revision === undefined) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${name} supports it from ${needed.update} on; AD does not keep which updates are installed.`,
    };
  }
  return revision >= needed.revision
    ? { outcome: 'pass', note: `${name} with ${needed.update} or newer.` }
    : { outcome: 'fail', note: `${name} without ${needed.update}.` };
}

/** The fourth part of `10.0.19044.1706`. */
export function revisionOf(version: string | undefined): number | undefined {
  const revision = /^\d+\.\d+\.\d+\.(\d{1,6})$/u.exec(version ?? '')?.[1];
  return revision === undefined ? undefined : Number(revision);
}
