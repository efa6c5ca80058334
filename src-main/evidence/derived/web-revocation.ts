import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { copyAt, type RevocationCopy, type RevocationEvidence } from './revocation-copies';
import type { Verdict } from './verdict';

export const isPlainHttp = (address: string): boolean => /^http:\/\//iu.test(address);

/** Whether a client that can reach no domain controller gets a valid list for the certificate (SSO-002). `issuer` signed it; undefined = not known. */
export function judgeWebRevocation(
  { crlDistributionPoints }: CertificateFacts,
  issuer: CertificateFacts | undefined,
  evidence: RevocationEvidence,
  now: Date,
): Verdict {
  const addresses = crlDistributionPoints.filter(isPlainHttp);
  if (addresses.length === 0) return { outcome: 'fail', note: withoutHttp(crlDistributionPoints) };
  const copies = addresses.map((address) => copyAt(address, issuer, evidence, now));
  const good = copies.find(({ state }) => state === 'valid') ?? copies.find(({ state }) => state === 'ending');
  if (good !== undefined) {
    const isFirst = isPlainHttp(crlDistributionPoints[0] ?? '');
    return isFirst
      ? { outcome: 'pass', note: `Names ${good.address} first. ${good.note}` }
      : { outcome: 'warning', note: `Names ${good.address} only after other addresses, which clients try before it.` };
  }
  const reason = openReason(copies);
  const told = copies.map(({ address, note }) => `${address}: ${note}`).join(' ');
  return reason === undefined
    ? { outcome: 'fail', note: `No http:// address gives a valid list. ${told}` }
    : { outcome: 'unknown', reason, note: told };
}

/** Why it is not certain that none of the copies is good; undefined when it is. */
export function openReason(copies: readonly RevocationCopy[]): UnknownReason | undefined {
  const open = copies.filter(({ state, reason }) => state !== 'bad' || reason !== undefined);
  if (open.length === 0) return undefined;
  return open.find(({ reason }) => reason !== undefined)?.reason ?? 'not-collected';
}

function withoutHttp(addresses: readonly string[]): string {
  if (addresses.length === 0) return 'Names no place of a revocation list.';
  if (addresses.some((address) => /^https:/iu.test(address)))
    return 'Names https:// but no http:// address: the certificate of that server would have to be checked first.';
  return addresses.every((address) => /^ldap:/iu.test(address))
    ? 'Names LDAP addresses only, which Entra-joined devices cannot read before they have signed in.'
    : 'Names no http:// address.';
}
