import type { RevocationList } from '../../../src-shared/model/evidence/pki';
import { isBaseList, listsOfKey, newerFirst } from './key-lists';
import { isSameUrl, type RevocationEvidence, stateOfList } from './revocation-copies';
import type { RevocationLevel } from './revocation-levels';
import { dateOf } from './time-span';
import type { Verdict } from './verdict';
import { isPlainHttp } from './web-revocation';

/** Whether the list on the web is the one the CA published last (SSO-004), told by what Active Directory holds, else by the list's own words. */
export function judgePublication(level: RevocationLevel, evidence: RevocationEvidence, now: Date): Verdict {
  const addresses = (level.addresses ?? []).filter(isPlainHttp);
  if (level.addresses !== undefined && addresses.length === 0)
    return { outcome: 'not-applicable', note: 'Its certificates name no http:// address; see SSO-002.' };
  const bases = listsOfKey(level.issuer, evidence).filter(isBaseList);
  const onWeb = bases.flatMap(({ list }) =>
    list.url !== undefined && addresses.some((address) => isSameUrl(address, list.url ?? '')) ? [list] : [],
  );
  // The oldest copy is what some clients get.
  const [oldest] = [...onWeb].sort((a, b) => newerFirst(b, a));
  if (oldest === undefined) return withoutCopy(addresses, evidence);
  const state = stateOfList(oldest, level.issuer, now);
  if (state.state === 'bad') return { outcome: 'fail', note: state.note };
  const [published] = bases
    .filter(({ place }) => place === 'directory')
    .map(({ list }) => list)
    .sort(newerFirst);
  return published === undefined ? byItself(oldest, now) : compare(oldest, published);
}

function withoutCopy(addresses: readonly string[], { gaps }: RevocationEvidence): Verdict {
  const gap = gaps.find(({ target }) => addresses.some((address) => isSameUrl(address, target)));
  return {
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: gap?.message ?? 'No list of this CA was downloaded and verified.',
  };
}

function compare(onWeb: RevocationList, published: RevocationList): Verdict {
  if (onWeb.number === undefined || published.number === undefined) {
    return onWeb.thisUpdate >= published.thisUpdate
      ? { outcome: 'pass', note: `The list on the web is of ${dateOf(onWeb.thisUpdate)}, as in Active Directory.` }
      : {
          outcome: 'warning',
          note: `The list on the web is of ${dateOf(onWeb.thisUpdate)}, the one in Active Directory of ${dateOf(published.thisUpdate)}.`,
        };
  }
  const behind = BigInt(published.number) - BigInt(onWeb.number);
  const numbers = `number ${onWeb.number} on the web, ${published.number} in Active Directory`;
  if (behind <= 0n) return { outcome: 'pass', note: `The list on the web is current (${numbers}).` };
  return behind === 1n
    ? { outcome: 'warning', note: `The list on the web is one behind (${numbers}).` }
    : { outcome: 'fail', note: `The list on the web is ${behind} behind (${numbers}).` };
}

/** An offline CA often has no list in the directory; a list of a Microsoft CA says when the next is to come. */
function byItself({ nextPublish, thisUpdate }: RevocationList, now: Date): Verdict {
  if (nextPublish === undefined) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Active Directory holds no list to compare with the one on the web, which is of ${dateOf(thisUpdate)}.`,
    };
  }
  return Date.parse(nextPublish) > now.getTime()
    ? { outcome: 'pass', note: `By its own words the next list is to come on ${dateOf(nextPublish)}.` }
    : { outcome: 'warning', note: `By its own words a newer list was to come on ${dateOf(nextPublish)}.` };
}
