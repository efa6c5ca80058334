import type { LiveSources } from '../../../src-shared/model/plan';
import { cloudHosts } from '../../knowledge/cloud-hosts';

/**
 * The address of a sign-in page to give to the system browser, re-serialised by the parser; undefined unless it is the authorisation page of a cloud whose tenant
 * the run reads with a sign-in in the browser. Electron's checklist 15.
 */
export function signInAddress(url: string, live: LiveSources): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, username, password, pathname, hash, href } = new URL(url);
  const hosts = live.entra.filter(({ signIn }) => signIn === 'browser').map(({ cloud }) => cloudHosts[cloud].signIn);
  const isOurs =
    protocol === 'https:' &&
    hosts.includes(host) &&
    username === '' &&
    password === '' &&
    hash === '' &&
    /^\/[A-Za-z0-9.-]+\/oauth2\/v2\.0\/authorize$/u.test(pathname);
  return isOurs ? href : undefined;
}
