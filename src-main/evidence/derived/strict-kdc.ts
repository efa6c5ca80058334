import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { outcomeRank } from '../../../src-shared/model/outcome';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { buildChain, isCompleteChain } from '../certificate-chain';
import { strengthOf } from './certificate-strength';
import { isSameHost, normalHostName } from './forest-scope';
import { isBaseList, listsOfKey } from './key-lists';
import type { RevocationEvidence } from './revocation-copies';
import { dateOf } from './time-span';
import type { Verdict } from './verdict';
import { judgeWebRevocation } from './web-revocation';

/** What the judgement of one controller rests on. */
export interface StrictKdcEvidence {
  readonly issuers: readonly CertificateFacts[];
  readonly revocation: RevocationEvidence;
}

/**
 * Strict KDC validation of Entra-joined clients (SSO-007), without the trust store of the devices, which nothing on the network tells. The worst of all
 * conditions, with the notes of those that do not hold.
 */
export function judgeStrictKdc(
  certificate: CertificateFacts,
  domain: string,
  { issuers, revocation }: StrictKdcEvidence,
  now: Date,
): Verdict {
  const chain = buildChain(certificate, issuers);
  const verdicts = [
    judgeUsage(certificate),
    judgeDomain(certificate, domain),
    judgeTime(certificate, now),
    judgeStrength(certificate),
    judgeRevocation(certificate, chain[1], revocation, now),
    judgeChain(chain),
  ];
  const faults = verdicts
    .filter(({ outcome }) => outcome !== 'pass')
    .sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome));
  const [worst] = faults;
  if (worst === undefined) {
    return {
      outcome: 'pass',
      note: 'KDC Authentication, the name of the domain, strength, validity and revocation over HTTP are in order.',
    };
  }
  return { ...worst, note: faults.map(({ note }) => note).join(' ') };
}

const good: Verdict = { outcome: 'pass', note: '' };
const bad = (note: string): Verdict => ({ outcome: 'fail', note });

const judgeUsage = ({ extendedKeyUsage = [] }: CertificateFacts): Verdict =>
  extendedKeyUsage.includes(keyUsageOid.kdcAuthentication) ? good : bad('KDC Authentication is missing.');

const judgeDomain = ({ dnsNames }: CertificateFacts, domain: string): Verdict =>
  dnsNames.some((name) => isSameHost(name, domain))
    ? good
    : bad(`The name of the domain, ${normalHostName(domain)}, is missing.`);

function judgeTime({ notBefore, notAfter }: CertificateFacts, now: Date): Verdict {
  if (Date.parse(notAfter) <= now.getTime()) return bad(`It expired on ${dateOf(notAfter)}.`);
  return Date.parse(notBefore) > now.getTime() ? bad(`It is not valid before ${dateOf(notBefore)}.`) : good;
}

function judgeStrength(certificate: CertificateFacts): Verdict {
  const { weak, unrecognised } = strengthOf(certificate);
  if (weak.length > 0) return bad(`It has ${weak.join(' and ')}.`);
  if (unrecognised.length > 0)
    return { outcome: 'unknown', reason: 'unreadable', note: `Not recognised: ${unrecognised.join(' and ')}.` };
  return certificate.publicKey.algorithm === 'EC'
    ? { outcome: 'warning', note: `Its key is ${certificate.publicKey.name}; the requirement names RSA 2048.` }
    : good;
}

function judgeRevocation(
  certificate: CertificateFacts,
  issuer: CertificateFacts | undefined,
  evidence: RevocationEvidence,
  now: Date,
): Verdict {
  const lists = listsOfKey(issuer, evidence).filter(isBaseList);
  if (lists.some(({ list }) => list.revokedSerials?.includes(certificate.serialNumber) === true))
    return bad('It was revoked.');
  const verdict = judgeWebRevocation(certificate, issuer, evidence, now);
  if (verdict.outcome !== 'fail' && lists.length > 0 && lists.every(({ list }) => list.revokedSerials === undefined))
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'Its revocation list is too long to tell whether it was revoked.',
    };
  // A late HTTP address still gives the list.
  return verdict.outcome === 'warning' ? good : verdict;
}

const judgeChain = (chain: readonly CertificateFacts[]): Verdict =>
  isCompleteChain(chain)
    ? good
    : {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Its chain ends before a root certificate that is in the evidence.',
      };
