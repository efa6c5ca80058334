import type { LiveSources } from '../../../src-shared/model/plan';
import type { Endpoint } from './endpoint';

const ldapsPort = 636;

/** LDAPS of a domain controller found in the directory; one that is a source itself keeps the port entered there. */
export function controllerEndpoint(host: string, { directory }: LiveSources): Endpoint {
  const source = directory.find(({ server }) => server.toLowerCase() === host);
  if (source === undefined) return { host, port: ldapsPort, origin: 'found' };
  return { host, port: source.security === 'ldaps' ? (source.port ?? ldapsPort) : ldapsPort, origin: 'typed' };
}
