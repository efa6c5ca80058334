import type { WindowsTransportAnswer } from '../../../src-shared/model/evidence/adfs';
import type { AdfsSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { exchange } from '../net/http-exchange';
import type { Network } from '../net/network';

const paths = ['/adfs/services/trust/2005/windowstransport', '/adfs/services/trust/13/windowstransport'] as const;
const bounds = { origin: 'typed', limit: 1024 * 1024, deadline: 10_000 } as const;

/** Asks both addresses once over verified TLS; a demand for credentials is an answer and not met. Throws ProbeFailure when cancelled or late. */
export async function askWindowsTransport(
  { host, port }: AdfsSource,
  network: Network,
): Promise<readonly WindowsTransportAnswer[]> {
  const answers: WindowsTransportAnswer[] = [];
  for (const path of paths) answers.push(await ask(path, new URL(path, `https://${host}:${port ?? 443}`), network));
  return answers;
}

async function ask(path: string, url: URL, network: Network): Promise<WindowsTransportAnswer> {
  try {
    const { status, headers } = await exchange({ url, ...bounds }, network);
    const schemes = (headers['www-authenticate'] ?? '').slice(0, 4096);
    return { path, status, offersWindows: /(?:^|,)\s*(?:negotiate|ntlm)\b/iu.test(schemes) };
  } catch (error) {
    if (!(error instanceof ProbeFailure) || ['cancelled', 'deadline'].includes(error.failure.code)) throw error;
    return { path, offersWindows: false, problem: error.failure.message };
  }
}
