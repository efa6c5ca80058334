import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import type { EndpointAnswer } from '../../../src-shared/model/evidence/adfs';
import type { AdfsSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import type { HttpAnswer } from '../net/http-exchange';
import { httpGet } from '../net/http-get';
import type { Network } from '../net/network';

type EndpointName = EndpointAnswer['name'];

/** One GET of an AD FS endpoint and what came of it. */
export interface Attempt {
  readonly name: EndpointName;
  readonly url: URL;
  /** Absent when no answer came; `failure` then says why. */
  readonly answer?: HttpAnswer;
  /** Also present when an answer came that is not what the endpoint must give. */
  readonly failure?: EvidenceFailure;
}

const sizeLimit = 5 * 1024 * 1024;
const requestDeadline = 30_000;

const paths: Readonly<Record<EndpointName, string>> = {
  metadata: '/FederationMetadata/2007-06/FederationMetadata.xml',
  openid: '/adfs/.well-known/openid-configuration',
  mex: '/adfs/services/trust/mex',
  probe: '/adfs/probe',
};

const authority = (host: string, port: number | undefined): string =>
  `${host.includes(':') ? `[${host}]` : host}${port === undefined ? '' : `:${port}`}`;

/** The health probe is asked over plain HTTP as load balancers do, node by node; everything else over verified HTTPS. */
export function adfsUrl(source: AdfsSource, name: EndpointName, node: string = source.host): URL {
  const base =
    name === 'probe' ? `http://${authority(node, source.probePort)}` : `https://${authority(source.host, source.port)}`;
  return new URL(paths[name], base);
}

/** Asks one endpoint over a fresh connection. Does not reject for anything a server or network may do. */
export async function attempt(
  source: AdfsSource,
  name: EndpointName,
  network: Network,
  node?: string,
): Promise<Attempt> {
  const url = adfsUrl(source, name, node);
  try {
    const answer = await httpGet({ url, origin: 'typed', limit: sizeLimit, deadline: requestDeadline }, network);
    if (answer.status === 200) return { name, url, answer };
    return { name, url, answer, failure: statusFailure(url, answer.status) };
  } catch (error) {
    if (error instanceof ProbeFailure) return { name, url, failure: error.failure };
    throw error;
  }
}

/** Reads the document of an attempt; what the reader throws becomes a failure with its sentence. */
export function readDocument<T>(
  attempted: Attempt,
  read: (text: string) => T,
): { readonly value: T } | { readonly failure: EvidenceFailure } {
  const { answer, failure, url } = attempted;
  if (failure !== undefined) return { failure };
  const text = answer?.body.toString('utf8') ?? '';
  if (isWebPage(text)) return { failure: unexpected(url, 'answered with a web page in place of the document') };
  try {
    return { value: read(text) };
  } catch (error) {
    return {
      failure: unexpected(
        url,
        `gave a document that cannot be read: ${printable(error instanceof Error ? error.message : String(error), 500)}`,
      ),
    };
  }
}

/** The attempt as the evidence shows it; `problem` is what reading its document found, if anything. */
export function endpointAnswer({ name, url, answer }: Attempt, problem: EvidenceFailure | undefined): EndpointAnswer {
  return {
    name,
    url: url.href,
    ...(answer === undefined ? {} : { status: answer.status, contentType: printable(answer.contentType, 100) }),
    expectedContent: problem === undefined,
    ...(problem === undefined ? {} : { problem: problem.message }),
  };
}

const isWebPage = (text: string): boolean => /^\ufeff?\s*<(?:!doctype\s+html|html)\b/iu.test(text.slice(0, 500));

const statusFailure = (url: URL, status: number): EvidenceFailure => ({
  reason: status === 401 || status === 403 ? 'access-denied' : 'unreachable',
  code: 'http-status',
  message: `${url.href} answered with HTTP status ${status}${status === 503 ? ' (service unavailable)' : ''}.`,
  next: 'Check that the endpoint is enabled, that the service adfssrv runs on every node, and that no proxy or load balancer answers instead.',
});

export const unexpected = (url: URL, what: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'adfs-document-unreadable',
  message: `${url.href} ${what}.`,
  next: 'Open the address in a browser on this computer to see what answers there; a proxy or sign-in page may stand in between.',
});
