import { rootCertificates } from 'node:tls';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { RegistrationContract } from '../../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { ProbeFailure } from '../../engine/probe';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isUnknownTenant, parseEntraDiscovery } from '../../evidence/entra-openid-configuration';
import { parseRealm } from '../../evidence/entra-realm';
import { registrationHostOf } from '../../evidence/registration-contract';
import type { Endpoint } from '../net/endpoint';
import type { HttpAnswer } from '../net/http-exchange';
import { httpGet } from '../net/http-get';
import type { Network } from '../net/network';
import { pemText } from '../net/pem-text';
import { isProxyFailure } from '../net/proxy-failure';
import { inspectTls } from '../net/tls-inspection';

const sizeLimit = 1024 * 1024;
const requestDeadline = 30_000;

const sourceAt = (location: string) => ({ way: 'probe', by: 'cloud-endpoints', location }) as const;
const get = (url: URL, origin: Endpoint['origin'], network: Network): Promise<HttpAnswer> =>
  httpGet({ url, origin, limit: sizeLimit, deadline: requestDeadline }, network);

/** The TLS session of a cloud endpoint as seen from here, good or bad; what stopped it is part of the evidence. */
export async function readEndpoint(endpoint: Endpoint, network: Network): Promise<EvidenceDraft> {
  const { host, port } = endpoint;
  const base = {
    kind: 'entra.endpoint',
    target: host,
    source: sourceAt(`https://${host}:${port}/`),
    status: 'complete',
  } as const;
  try {
    const { chain, verification, address } = await inspectTls(endpoint, network);
    return {
      ...base,
      data: { host, reachable: true, chain, verification, hasPublicRoot: endsInPublicRoot(chain) },
      facts: chain.length,
      notes: [`Seen at ${address.address}.`],
      raw: { name: `${host}.pem`, mediaType: 'application/x-pem-file', bytes: Buffer.from(pemText(chain)) },
    };
  } catch (error) {
    const problem = expectedProblem(error);
    return { ...base, data: { host, reachable: false, chain: [], problem }, facts: 1 };
  }
}

/** The list Node brings along is Mozilla's; what the system trusts besides is not in it. */
function endsInPublicRoot(chain: readonly CertificateFacts[]): boolean {
  const top = chain.at(-1)?.der;
  return top !== undefined && publicRoots.has(top);
}
const publicRoots: ReadonlySet<string> = new Set(
  rootCertificates.map((pem) => pem.replace(/-----[A-Z ]+-----|\s/gu, '')),
);

/** Which tenant has a domain, from its public discovery document; no tenant is an answer, too. */
export async function readDiscovery(domain: string, url: URL, network: Network): Promise<EvidenceDraft> {
  const answer = await get(url, 'typed', network);
  const text = answer.body.toString('utf8');
  const base = {
    kind: 'entra.openid-configuration',
    target: domain,
    source: sourceAt(url.href),
    status: 'complete',
    facts: 1,
    raw: { name: `${domain}.openid-configuration.json`, mediaType: 'application/json', bytes: answer.body },
  } as const;
  if (answer.status === 400 && isUnknownTenant(text)) return { ...base, data: { domain } };
  if (answer.status !== 200) throw unexpected(url, `answered with HTTP status ${answer.status}`, answer.status);
  try {
    return { ...base, data: { domain, ...parseEntraDiscovery(text) } };
  } catch (error) {
    throw unexpected(url, `gave a document that cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

/** How users of a domain sign in, as Entra ID tells anybody; the user asked about need not exist. */
export async function readRealm(domain: string, url: URL, network: Network): Promise<EvidenceDraft> {
  const answer = await get(url, 'typed', network);
  if (answer.status !== 200) throw unexpected(url, `answered with HTTP status ${answer.status}`, answer.status);
  try {
    return {
      kind: 'entra.realm',
      target: domain,
      source: sourceAt(url.href),
      status: 'complete',
      data: parseRealm(answer.body.toString('utf8'), domain),
      facts: 1,
      raw: { name: `${domain}.userrealm.json`, mediaType: 'application/json', bytes: answer.body },
    };
  } catch (error) {
    throw unexpected(url, `gave a document that cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

/** Where the contract of a suffix is asked for. */
export interface ContractAddresses {
  readonly cloud: URL;
  /** At `enterpriseregistration.<suffix>`. */
  readonly own: URL;
}

/** The registration contract of a suffix, at the cloud and at the name that clients look for in the suffix itself. */
export async function readContract(
  suffix: string,
  { cloud, own }: ContractAddresses,
  network: Network,
): Promise<EvidenceDraft> {
  const notes: string[] = [];
  const cloudStatus = await statusOf(() => get(cloud, 'typed', network), notes);
  const ownAnswer = await readOwn(own, cloud.hostname, network, notes);
  const data: RegistrationContract = {
    suffix,
    ...(cloudStatus === undefined ? {} : { cloudStatus }),
    ...ownAnswer,
  };
  return {
    kind: 'entra.registration-contract',
    target: suffix,
    source: sourceAt(cloud.href),
    status: 'complete',
    data,
    facts: 1,
    notes,
  };
}

/** A name that leads to the cloud shows the cloud's certificate, which cannot carry the name: then there is no one else to ask. */
async function readOwn(
  url: URL,
  registrationHost: string,
  network: Network,
  notes: string[],
): Promise<Pick<RegistrationContract, 'ownStatus' | 'ownPointsToCloud'>> {
  try {
    const endpoint = { host: url.hostname, port: Number(url.port) || 443, origin: 'found' } as const;
    const { chain, verification } = await inspectTls(endpoint, network);
    const names = chain[0]?.dnsNames ?? [];
    if (!verification.nameMatches && names.some((name) => isSameHost(name, registrationHost)))
      return { ownPointsToCloud: true };
    const answer = await get(url, 'found', network);
    return { ownStatus: answer.status, ownPointsToCloud: pointsTo(registrationHost, answer) };
  } catch (error) {
    notes.push(expectedProblem(error));
    return { ownPointsToCloud: false };
  }
}

function pointsTo(registrationHost: string, answer: HttpAnswer): boolean {
  try {
    return answer.status === 200 && isSameHost(registrationHostOf(answer.body.toString('utf8')), registrationHost);
  } catch {
    return false;
  }
}

async function statusOf(ask: () => Promise<HttpAnswer>, notes: string[]): Promise<number | undefined> {
  try {
    return (await ask()).status;
  } catch (error) {
    notes.push(expectedProblem(error));
    return undefined;
  }
}

/** The sentence of an expected failure; everything else, a cancel, the end of the target's time and what a proxy got in the way go on. */
function expectedProblem(error: unknown): string {
  if (!(error instanceof ProbeFailure)) throw error;
  const { code } = error.failure;
  if (code === 'cancelled' || code === 'deadline' || isProxyFailure(error.failure)) throw error;
  return error.failure.message;
}

const unexpected = (url: URL, what: string, status?: number): ProbeFailure =>
  new ProbeFailure({
    reason: status === undefined ? 'unreadable' : status === 401 || status === 403 ? 'access-denied' : 'unreachable',
    code: status === undefined ? 'discovery-unreadable' : 'http-status',
    message: `${url.href} ${what.replace(/\.$/u, '')}.`,
    next: 'Open the address in a browser on this computer to see what answers there; a proxy may stand in between.',
  });
