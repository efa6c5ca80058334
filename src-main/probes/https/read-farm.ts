import type { EvidenceDraft, EvidenceFailure, RawInput } from '../../../src-shared/model/evidence';
import type { EndpointAnswer, OpenIdAnswer } from '../../../src-shared/model/evidence/adfs';
import type { AdfsSource } from '../../../src-shared/model/plan';
import { parseFederationMetadata } from '../../evidence/federation-metadata';
import { readMex } from '../../evidence/mex';
import { parseOpenIdConfiguration } from '../../evidence/openid-configuration';
import type { Network } from '../net/network';
import { pemText } from '../net/pem-text';
import { inspectTls } from '../net/tls-inspection';
import { type Attempt, adfsUrl, attempt, endpointAnswer, readDocument, unexpected } from './adfs-document';
import { askWindowsTransport } from './ask-windows-transport';
import { readViews } from './tls-views';

/** Behind a load balancer each connection may reach another node (catalogue FED-010). */
const openIdRequests = 5;

/** What documents of a farm are about: its federation service name. They are the same from everywhere. */
export const targetOf = ({ host }: AdfsSource): string => host.toLowerCase();
/** What was seen of a farm from outside says nothing about the inside, and has a target of its own. */
export const placeOf = (source: AdfsSource): string =>
  source.outside === true ? `${targetOf(source)} from outside` : targetOf(source);
const standing = ({ outside }: AdfsSource) => (outside === true ? ({ outside } as const) : {});
const sourceAt = (location: string) => ({ way: 'probe', by: 'adfs', location }) as const;

/** The certificates clients see, good or bad, at the service name and its other places; throws ProbeFailure when the service name shows no TLS. */
export async function readTls(source: AdfsSource, network: Network): Promise<EvidenceDraft> {
  const { host, port = 443 } = source;
  const { chain, verification, address } = await inspectTls({ host, port, origin: 'typed' }, network);
  const views = await readViews(source, network);
  return {
    kind: 'adfs.tls',
    target: placeOf(source),
    source: sourceAt(adfsUrl(source, 'openid').origin),
    status: 'complete',
    data: { host: targetOf(source), port, chain, verification, ...standing(source), views },
    facts: chain.length + views.reduce((sum, view) => sum + view.chain.length, 0),
    notes: [`Seen at ${address.address}.`],
    raw: { name: `${host}.pem`, mediaType: 'application/x-pem-file', bytes: Buffer.from(pemText(chain)) },
  };
}

export interface DocumentReading {
  readonly draft: EvidenceDraft;
  readonly endpoint: EndpointAnswer;
}

/** Asks five times over fresh connections; partial when some answered and others did not. */
export async function readOpenId(source: AdfsSource, network: Network): Promise<DocumentReading> {
  const answers: OpenIdAnswer[] = [];
  let sample: Attempt | undefined;
  let problem: { readonly attempted: Attempt; readonly failure: EvidenceFailure } | undefined;
  for (let count = 0; count < openIdRequests; count += 1) {
    const attempted = await attempt(source, 'openid', network);
    const document = readDocument(attempted, parseOpenIdConfiguration);
    sample ??= attempted;
    if ('value' in document) answers.push(document.value);
    else problem ??= { attempted, failure: document.failure };
    // Without any answer at all the next four would only wait as long again.
    if (attempted.answer === undefined) break;
  }
  const base = {
    kind: 'adfs.openid-configuration',
    target: targetOf(source),
    source: sourceAt(adfsUrl(source, 'openid').href),
  } as const;
  const raw = rawOf(sample, 'openid-configuration.json', 'application/json');
  const shown = problem?.attempted ?? sample;
  const failure = problem === undefined ? {} : { failure: problem.failure };
  const draft: EvidenceDraft =
    answers.length === 0
      ? { ...base, ...failure, ...raw, status: 'failed', facts: 0 }
      : {
          ...base,
          ...failure,
          ...raw,
          status: problem === undefined ? 'complete' : 'partial',
          data: { host: targetOf(source), answers },
          facts: answers.length,
        };
  return {
    draft,
    endpoint: endpointAnswer(shown ?? { name: 'openid', url: adfsUrl(source, 'openid') }, problem?.failure),
  };
}

export async function readMetadata(source: AdfsSource, network: Network): Promise<DocumentReading> {
  const attempted = await attempt(source, 'metadata', network);
  const document = readDocument(attempted, parseFederationMetadata);
  const base = {
    kind: 'adfs.federation-metadata',
    target: targetOf(source),
    source: sourceAt(attempted.url.href),
  } as const;
  const raw = rawOf(attempted, 'FederationMetadata.xml', 'application/xml');
  if ('failure' in document) {
    const { failure } = document;
    return {
      draft: { ...base, ...raw, status: 'failed', failure, facts: 0 },
      endpoint: endpointAnswer(attempted, failure),
    };
  }
  const { value } = document;
  const altered = value.signature?.state === 'invalid' ? value.signature.problem : undefined;
  return {
    draft: {
      ...base,
      ...raw,
      status: 'complete',
      data: value,
      facts: value.signingCertificates.length + value.encryptionCertificates.length + 1,
      ...(altered === undefined ? {} : { notes: [altered] }),
    },
    endpoint: endpointAnswer(
      attempted,
      altered === undefined ? undefined : unexpected(attempted.url, 'gave metadata whose signature does not fit it'),
    ),
  };
}

/** Asks the remaining endpoints and sums them up; `known` are those asked before. */
export async function readEndpoints(
  source: AdfsSource,
  network: Network,
  known: readonly EndpointAnswer[],
): Promise<EvidenceDraft> {
  const mex = await attempt(source, 'mex', network);
  const mexDocument = readDocument(mex, readMex);
  const probes = await askProbes(source, network);
  const answers = [
    ...known,
    endpointAnswer(mex, 'failure' in mexDocument ? mexDocument.failure : undefined),
    ...probes.map((probe) => endpointAnswer(probe, probe.failure ?? probeContent(probe))),
  ];
  const transports = source.outside === true ? { windowsTransport: await askWindowsTransport(source, network) } : {};
  const base = {
    kind: 'adfs.endpoints',
    target: placeOf(source),
    source: sourceAt(adfsUrl(source, 'mex').origin),
    data: { host: targetOf(source), answers, ...standing(source), ...transports },
  } as const;
  const facts = answers.filter(({ status }) => status !== undefined).length;
  const stopped = [mex, ...probes]
    .map(({ failure }) => failure)
    .find((failure) => failure?.code === 'cancelled' || failure?.code === 'deadline');
  return stopped === undefined
    ? { ...base, status: 'complete', facts }
    : { ...base, status: 'partial', failure: stopped, facts };
}

/** The service name and every node named; the probe is not published, so nobody outside is asked. */
async function askProbes(source: AdfsSource, network: Network): Promise<readonly Attempt[]> {
  if (source.outside === true) return [];
  const places = [source.host, ...(source.nodes ?? [])];
  return await Promise.all(places.map((place) => attempt(source, 'probe', network, place)));
}

/** The health probe answers 200 and nothing else. */
const probeContent = ({ url, answer }: Attempt): EvidenceFailure | undefined =>
  answer === undefined || answer.body.length === 0
    ? undefined
    : unexpected(url, 'answered with content where AD FS gives none');

function rawOf(attempted: Attempt | undefined, name: string, mediaType: string): { raw?: RawInput } {
  const body = attempted?.answer?.body;
  return body === undefined || body.length === 0 ? {} : { raw: { name, mediaType, bytes: body } };
}
