import type { CertificateFacts, CrlDistributionPoints, RevocationList } from '../../../src-shared/model/evidence/pki';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { sameDn } from '../distinguished-name';
import { crlIsSignedBy } from '../verify-signature';
import type { ReadRecord } from './read-record';
import { dateOf, day, spanInWords } from './time-span';

/** Everything collected about revocation lists. */
export interface RevocationEvidence {
  /** `CN=CDP` of the directories read; empty = none was. */
  readonly directories: readonly ReadRecord<CrlDistributionPoints>[];
  /** Downloaded lists, and files. */
  readonly lists: readonly ReadRecord<RevocationList>[];
  /** Downloads and files that gave no list. */
  readonly gaps: readonly { readonly target: string; readonly reason: UnknownReason; readonly message: string }[];
}

/** State of the list behind one address. `untried`: nobody has asked for it; `unsure`: asked, but the answer proves nothing. */
export interface RevocationCopy {
  readonly address: string;
  readonly state: 'valid' | 'ending' | 'bad' | 'unsure' | 'untried';
  /** One sentence. */
  readonly note: string;
  /** Why it is not certain; also of a `bad` copy that others may get whole. */
  readonly reason?: UnknownReason;
  readonly evidenceId?: string;
  /** Text to find in the raw record. */
  readonly locate?: string;
}

type ListState = Pick<RevocationCopy, 'state' | 'note' | 'reason'>;

/** Judges one list against the key of the CA that must have signed it (catalogue PKI-017). */
export function stateOfList(list: RevocationList, issuer: CertificateFacts | undefined, now: Date): ListState {
  const instant = now.getTime();
  if (list.deltaBase !== undefined) return { state: 'bad', note: 'It holds a delta list where a base list belongs.' };
  if (list.nextUpdate === undefined)
    return { state: 'unsure', reason: 'unreadable', note: 'The list does not say how long it is valid.' };
  const rest = Date.parse(list.nextUpdate) - instant;
  if (rest <= 0)
    return { state: 'bad', note: `The list expired on ${dateOf(list.nextUpdate)}, ${spanInWords(rest)} ago.` };
  if (Date.parse(list.thisUpdate) > instant)
    return { state: 'bad', note: `The list is not valid before ${dateOf(list.thisUpdate)}.` };
  if (issuer === undefined) {
    return {
      state: 'unsure',
      reason: 'not-collected',
      note: 'The certificate of the CA is not in the evidence, so the signature of the list cannot be verified.',
    };
  }
  const signed = crlIsSignedBy(list, issuer);
  if (signed === false) return { state: 'bad', note: 'The list is not signed with the key of the CA.' };
  if (signed === undefined)
    return { state: 'unsure', reason: 'unreadable', note: 'The signature of the list could not be verified.' };
  const life = Date.parse(list.nextUpdate) - Date.parse(list.thisUpdate);
  const left = `The list is valid until ${dateOf(list.nextUpdate)} (${spanInWords(rest)} left)`;
  return rest <= day && rest <= life / 4
    ? { state: 'ending', note: `${left}: a new one is due.` }
    : { state: 'valid', note: `${left}.` };
}

/** What is known of the list at an address of a CDP extension. */
export function copyAt(
  address: string,
  issuer: CertificateFacts | undefined,
  evidence: RevocationEvidence,
  now: Date,
): RevocationCopy {
  if (/^ldap:/iu.test(address)) return { address, ...copyInDirectory(address, issuer, evidence, now) };
  if (/^https?:/iu.test(address)) return { address, ...copyOnWeb(address, issuer, evidence, now) };
  return { address, state: 'untried', note: 'Addresses of this kind are not fetched.' };
}

function copyInDirectory(
  address: string,
  issuer: CertificateFacts | undefined,
  { directories }: RevocationEvidence,
  now: Date,
) {
  const dn = dnOfLdapUrl(address);
  if (dn === undefined)
    return {
      state: 'untried',
      note: 'The address names another server than Active Directory, which is not asked.',
    } as const;
  if (directories.length === 0)
    return { state: 'untried', note: 'The revocation lists in Active Directory were not read.' } as const;
  for (const { id, data } of directories) {
    const point = data.points.find(({ distinguishedName }) => sameDn(distinguishedName, dn));
    if (point !== undefined) return { ...copyOfPoint(point, issuer, now), evidenceId: id };
  }
  if (!directories.some(({ data }) => data.containerFound)) {
    return {
      state: 'unsure',
      reason: 'contradictory',
      note: 'The container of revocation lists was not visible to the account that read.',
    } as const;
  }
  return { state: 'bad', note: 'Active Directory has no such object.' } as const;
}

type Point = CrlDistributionPoints['points'][number];

/** The base list of a cRLDistributionPoint object. */
export function copyOfPoint(
  { base, unreadable, distinguishedName }: Point,
  issuer: CertificateFacts | undefined,
  now: Date,
): Omit<RevocationCopy, 'address'> {
  const locate = distinguishedName.split(',')[0]?.slice(0, 500) ?? '';
  if (base !== undefined) return { ...stateOfList(base, issuer, now), locate };
  return unreadable
    ? { state: 'unsure', reason: 'unreadable', note: 'The list in Active Directory could not be decoded.', locate }
    : { state: 'bad', note: 'The object in Active Directory holds no list.', locate };
}

function copyOnWeb(
  address: string,
  issuer: CertificateFacts | undefined,
  { lists, gaps }: RevocationEvidence,
  now: Date,
): Omit<RevocationCopy, 'address'> {
  const record = lists.find(({ data }) => data.url !== undefined && isSameUrl(data.url, address));
  if (record !== undefined) return { ...stateOfList(record.data, issuer, now), evidenceId: record.id };
  const gap = gaps.find(({ target }) => isSameUrl(target, address));
  if (gap === undefined) return { state: 'untried', note: 'Nobody has fetched this address.' };
  // A server that is not there gives clients nothing either; a refusal may be meant for us only.
  if (gap.reason === 'unreachable') return { state: 'bad', note: gap.message };
  // A web page may come from the server, or from a proxy that only this computer meets: too bad to count on, too little to fail a CA for.
  return { state: gap.reason === 'unreadable' ? 'bad' : 'unsure', reason: gap.reason, note: gap.message };
}

/** `ldap:///CN=My%20CA,…?certificateRevocationList?base?…` → the DN; undefined for an address with a host or without a DN. */
export function dnOfLdapUrl(address: string): string | undefined {
  const path = /^ldap:\/\/\/([^?]+)/iu.exec(address)?.[1];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

export function isSameUrl(one: string, other: string): boolean {
  const normal = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);
  return normal(one) === normal(other);
}
