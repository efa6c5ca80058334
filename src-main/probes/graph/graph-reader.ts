import { setTimeout } from 'node:timers/promises';
import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { ProbeFailure } from '../../engine/probe';
import { type GraphResponse, readGraphResponse } from '../../evidence/graph/response';
import { type ExchangeAnswer, exchange } from '../net/http-exchange';
import type { Network } from '../net/network';
import { throwIfAborted } from '../net/network-failure';
import { refusedRequest, unreadableAnswer } from './graph-failure';

export interface GraphAccess {
  readonly graph: URL;
  readonly accessToken: string;
  readonly network: Network;
  /** Told when Microsoft Graph asks for a pause. */
  readonly waiting: (seconds: number) => void;
}

const requestDeadline = 60_000;
const pageLimit = 16 * 1024 * 1024;
const listLimit = 128 * 1024 * 1024;
/** A pause longer than this is not made; Graph asks for seconds to a few minutes. */
const longestPause = 180;
const mostPauses = 5;

/** A list as far as it was read; `failure` says why it is not whole. */
export interface GraphList<T> {
  readonly items: readonly T[];
  /** Answers as received, in order. */
  readonly pages: readonly Buffer[];
  readonly failure?: EvidenceFailure;
}

/** Reads a list to its end, page by page; a link to another host or to a page that was read is not followed. Rejects for bugs only. */
export async function readList<T>(
  first: URL,
  access: GraphAccess,
  itemsOf: (response: GraphResponse) => readonly T[] | undefined,
  onPage: (count: number) => void = () => undefined,
): Promise<GraphList<T>> {
  let items: readonly T[] = [];
  const pages: Buffer[] = [];
  const visited = new Set<string>();
  try {
    for (let url: URL | undefined = first; url !== undefined; ) {
      visited.add(url.href);
      const { body } = await getGraph(url, access);
      pages.push(body);
      if (pages.reduce((sum, page) => sum + page.length, 0) > listLimit)
        throw new ProbeFailure(unreadableAnswer(first, 'the list is larger than 128 MB'));
      const response = decode(body, url);
      const found = itemsOf(response);
      if (found === undefined) throw new ProbeFailure(unreadableAnswer(url, 'with something else than was asked for'));
      items = items.concat(found);
      onPage(items.length);
      url = nextPage(response, first, visited);
    }
    return { items, pages };
  } catch (error) {
    if (error instanceof ProbeFailure) return { items, pages, failure: error.failure };
    throw error;
  }
}

/** One answer with status 200, after the pauses Graph asks for. */
async function getGraph(url: URL, access: GraphAccess): Promise<ExchangeAnswer> {
  const { network, accessToken, waiting } = access;
  for (let pauses = 0; ; pauses += 1) {
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
    const bounds = { origin: 'typed', limit: pageLimit, deadline: requestDeadline } as const;
    const answer = await exchange({ url, headers, ...bounds }, network);
    if (answer.status === 200) return answer;
    const seconds = answer.status === 429 || answer.status === 503 ? pauseOf(answer) : Number.POSITIVE_INFINITY;
    if (seconds > longestPause || pauses === mostPauses) throw new ProbeFailure(refusedRequest(answer));
    waiting(seconds);
    await setTimeout(seconds * 1000, undefined, { signal: network.signal }).catch(() => throwIfAborted(network.signal));
  }
}

/** Seconds of `Retry-After`; a moment where it is left out or is a date. */
function pauseOf({ headers }: ExchangeAnswer): number {
  const seconds = /^\d{1,9}$/u.exec(headers['retry-after']?.trim() ?? '')?.[0];
  return seconds === undefined ? 5 : Math.max(1, Number(seconds));
}

function decode(body: Buffer, url: URL): GraphResponse {
  try {
    return readGraphResponse(body.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProbeFailure(unreadableAnswer(url, `it cannot be read: ${reason}`));
  }
}

function nextPage(response: GraphResponse, first: URL, visited: ReadonlySet<string>): URL | undefined {
  const link = 'nextLink' in response ? response.nextLink : undefined;
  if (link === undefined) return undefined;
  const next = URL.canParse(link) ? new URL(link) : undefined;
  if (next === undefined || next.origin !== first.origin || visited.has(next.href))
    throw new ProbeFailure(unreadableAnswer(first, 'the link to its next page leads elsewhere and was not followed'));
  return next;
}
