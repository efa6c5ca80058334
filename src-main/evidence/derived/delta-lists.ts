import { hostOfUrl } from './federation-hosts';
import { isBaseList, type KeyList, listsOfKey } from './key-lists';
import { isSameUrl, type RevocationEvidence } from './revocation-copies';
import type { RevocationLevel } from './revocation-levels';
import type { Verdict } from './verdict';
import { isPlainHttp } from './web-revocation';

/** Whether web servers give the delta lists that a CA key's base lists announce (SSO-003). IIS refuses a `+` in a file name unless told otherwise. */
export function judgeDeltaLists(level: RevocationLevel, evidence: RevocationEvidence): Verdict {
  const lists = listsOfKey(level.issuer, evidence);
  const bases = lists.filter(isBaseList);
  const addresses = [...new Set([...level.deltaAddresses, ...bases.flatMap(({ list }) => list.deltaAddresses ?? [])])];
  if (addresses.length === 0) {
    return bases.length === 0
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'No list of this CA was read and verified, so whether it uses delta lists is not known.',
        }
      : { outcome: 'pass', note: 'Its lists announce no delta lists.' };
  }
  const web = addresses.filter(isPlainHttp);
  if (web.length === 0)
    return {
      outcome: 'not-applicable',
      note: 'Delta lists are announced in Active Directory only, not on a web server.',
    };
  // Clients try one address after the other, so one that works is enough.
  return web.map((address) => judgeAddress(address, lists, evidence)).reduce(better);
}

const ranks: readonly Verdict['outcome'][] = ['pass', 'fail', 'unknown'];
const better = (one: Verdict, other: Verdict): Verdict =>
  ranks.indexOf(other.outcome) < ranks.indexOf(one.outcome) ? other : one;

function judgeAddress(address: string, lists: readonly KeyList[], evidence: RevocationEvidence): Verdict {
  const found = lists.find(({ list }) => list.url !== undefined && isSameUrl(list.url, address));
  if (found !== undefined && !isBaseList(found)) return { outcome: 'pass', note: `${address} gives a delta list.` };
  if (found !== undefined || evidence.lists.some(({ data }) => data.url !== undefined && isSameUrl(data.url, address)))
    return { outcome: 'fail', note: `${address} gives a list, but no delta list of this CA.` };
  const gap = evidence.gaps.find(({ target }) => isSameUrl(target, address));
  if (gap === undefined) return { outcome: 'unknown', reason: 'not-collected', note: `Nobody has fetched ${address}.` };
  const server = lists.find(({ list }) => hostOfUrl(list.url) === hostOfUrl(address));
  // The server is there and gives its other list: it refuses this file, or never got it.
  if (gap.reason === 'unreachable' && server !== undefined) {
    return {
      outcome: 'fail',
      note: `The server gives ${server.list.url ?? 'another list'}, but not the delta list: ${gap.message}`,
    };
  }
  return { outcome: 'unknown', reason: gap.reason, note: gap.message };
}
