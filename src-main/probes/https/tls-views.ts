import type { AdfsTlsView } from '../../../src-shared/model/evidence/adfs';
import type { AdfsSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import type { Network } from '../net/network';
import { inspectTls } from '../net/tls-inspection';

type Asked = Omit<AdfsTlsView, 'chain' | 'verification' | 'problem'>;

const defaultPort = 443;
const defaultCertificatePort = 49443;

/** `certauth.<federation service>`, where AD FS may ask for client certificates on port 443. */
const certificateName = (host: string): string => `certauth.${host}`;

/** `enterpriseregistration.contoso.com` for `fs.contoso.com`; nothing for a name without a domain and for addresses. */
const registrationName = (host: string): string | undefined => {
  const domain = host.split('.').slice(1).join('.');
  return /[a-z]/iu.test(domain) && domain.includes('.') ? `enterpriseregistration.${domain}` : undefined;
};

/** What is looked at besides the service name: ports and names clients use, and the service on each node named in the plan. */
export function viewsOf({
  host,
  port = defaultPort,
  certificatePort = defaultCertificatePort,
  nodes = [],
}: AdfsSource): readonly Asked[] {
  const registration = registrationName(host);
  return [
    { purpose: 'certificate-sign-in', name: host, port: certificatePort },
    { purpose: 'certificate-sign-in', name: certificateName(host), port },
    ...(registration === undefined ? [] : [{ purpose: 'registration', name: registration, port } as const]),
    ...nodes.flatMap((node): readonly Asked[] => [
      { purpose: 'node', name: host, port, node },
      { purpose: 'certificate-sign-in', name: host, port: certificatePort, node },
      { purpose: 'certificate-sign-in', name: certificateName(host), port, node },
    ]),
  ];
}

/**
 * Looks at each view, those of one node one after the other; a node that takes no connection is not asked again. Nothing is sent after the handshake.
 * Throws ProbeFailure when the run was cancelled or the target's time is up.
 */
export async function readViews(source: AdfsSource, network: Network): Promise<readonly AdfsTlsView[]> {
  const asked = viewsOf(source);
  const places = [...new Set(asked.map(({ node }) => node))];
  const seen = await Promise.all(
    places.map((place) =>
      readPlace(
        asked.filter(({ node }) => node === place),
        network,
      ),
    ),
  );
  return seen.flat();
}

async function readPlace(asked: readonly Asked[], network: Network): Promise<readonly AdfsTlsView[]> {
  const views: AdfsTlsView[] = [];
  for (const view of asked) {
    const [first] = views;
    const isClosed = view.node !== undefined && first !== undefined && first.verification === undefined;
    views.push(isClosed ? { ...view, chain: [], problem: first.problem ?? '' } : await look(view, network));
  }
  return views;
}

async function look(view: Asked, network: Network): Promise<AdfsTlsView> {
  const endpoint = { host: view.node ?? view.name, port: view.port, origin: 'typed' } as const;
  try {
    const { chain, verification } = await inspectTls(endpoint, network, view.name);
    return { ...view, chain, verification };
  } catch (error) {
    if (!(error instanceof ProbeFailure) || ['cancelled', 'deadline'].includes(error.failure.code)) throw error;
    return { ...view, chain: [], problem: error.failure.message };
  }
}
