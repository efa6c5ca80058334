import type { CertificateFacts, RevocationList } from '../../../src-shared/model/evidence/pki';
import { buildChain } from '../certificate-chain';
import { commonNameOf } from '../certificate-name';
import { firstNameOf } from '../distinguished-name';
import { crlIsSignedBy } from '../verify-signature';
import { copyAt, copyOfPoint, type RevocationCopy, type RevocationEvidence, stateOfList } from './revocation-copies';

/** One CA key whose revocation list clients and domain controllers need. */
export interface RevocationLevel {
  /** Stable: key identifier of the CA. */
  readonly id: string;
  /** Common name of the CA. */
  readonly authority: string;
  /** The CA's certificate; undefined when it is not in the evidence. */
  readonly issuer?: CertificateFacts;
  /** Addresses in the CDP extensions of certificates this key signed; undefined when no such certificate was seen. */
  readonly addresses?: readonly string[];
  /** Addresses of delta lists that these certificates name themselves; the base lists may name more. */
  readonly deltaAddresses: readonly string[];
  /** OCSP may stand in for the list. */
  readonly hasOcsp: boolean;
}

/**
 * Levels of the chains of `leaves` (domain controller certificates) and of `authorities` (current certificates of issuing CAs): for every certificate that
 * is not its own issuer, the list of the key that signed it. An authority whose issued certificates were not seen gets a level without addresses.
 */
export function revocationLevels(
  leaves: readonly CertificateFacts[],
  authorities: readonly CertificateFacts[],
  pool: readonly CertificateFacts[],
): readonly RevocationLevel[] {
  const levels = new Map<string, RevocationLevel>();
  for (const certificate of [...leaves, ...authorities]) {
    const chain = buildChain(certificate, pool);
    chain.forEach((member, index) => {
      if (member.selfIssued) return;
      const issuer = chain[index + 1];
      const id = issuer === undefined ? (member.authorityKeyIdentifier ?? member.issuer) : keyOf(issuer);
      const known = levels.get(id);
      levels.set(id, {
        id,
        authority: commonNameOf(member.issuer) ?? member.issuer,
        ...(issuer === undefined ? {} : { issuer }),
        addresses: [...new Set([...(known?.addresses ?? []), ...member.crlDistributionPoints])],
        deltaAddresses: [...new Set([...(known?.deltaAddresses ?? []), ...(member.deltaAddresses ?? [])])],
        hasOcsp: known?.hasOcsp === true || member.ocspResponders.length > 0,
      });
    });
  }
  for (const issuer of authorities) {
    if (levels.has(keyOf(issuer))) continue;
    levels.set(keyOf(issuer), {
      id: keyOf(issuer),
      authority: commonNameOf(issuer.subject) ?? issuer.subject,
      issuer,
      deltaAddresses: [],
      hasOcsp: false,
    });
  }
  return [...levels.values()];
}

const keyOf = ({ subjectKeyIdentifier, thumbprint }: CertificateFacts): string => subjectKeyIdentifier ?? thumbprint;

/** What is known of a level: every address, the files that belong to it, and the delta lists. */
export interface LevelCopies {
  readonly copies: readonly RevocationCopy[];
  /** A file with a valid list of this key: proves the content, not that clients reach it. */
  readonly validFile?: { readonly evidenceId: string; readonly note: string };
  /** Sentences about delta lists that have expired. */
  readonly expiredDeltas: readonly string[];
}

export function copiesOfLevel(level: RevocationLevel, evidence: RevocationEvidence, now: Date): LevelCopies {
  const { issuer, addresses } = level;
  const files = evidence.lists.filter(
    ({ data }) => data.url === undefined && data.deltaBase === undefined && isOfKey(data, issuer),
  );
  const states = files.map(({ id, data }) => ({ evidenceId: id, ...stateOfList(data, issuer, now) }));
  const valid = states.find(({ state }) => state === 'valid') ?? states.find(({ state }) => state === 'ending');
  return {
    copies:
      addresses === undefined
        ? copiesByName(level, evidence, now)
        : addresses.map((address) => copyAt(address, issuer, evidence, now)),
    ...(valid === undefined ? {} : { validFile: { evidenceId: valid.evidenceId, note: valid.note } }),
    expiredDeltas: expiredDeltas(level, evidence, now),
  };
}

const isOfKey = (list: RevocationList, issuer: CertificateFacts | undefined): boolean =>
  issuer !== undefined && list.issuer === issuer.subject && crlIsSignedBy(list, issuer) === true;

/** Without addresses, what Active Directory keeps under the name of the CA: the default place of an enterprise CA. */
const copiesByName = (
  { issuer, authority }: RevocationLevel,
  { directories }: RevocationEvidence,
  now: Date,
): readonly RevocationCopy[] =>
  directories.flatMap(({ id, data }) =>
    data.points
      .filter(({ distinguishedName, base }) =>
        base === undefined ? isNamed(distinguishedName, authority) : base.issuer === issuer?.subject,
      )
      // A renewed key has its own object; the list of another key says nothing about this one.
      .filter(({ base }) => base === undefined || issuer === undefined || crlIsSignedBy(base, issuer) !== false)
      .map((point) => ({ address: point.distinguishedName, ...copyOfPoint(point, issuer, now), evidenceId: id })),
  );

const isNamed = (dn: string, authority: string): boolean => firstNameOf(dn).toLowerCase() === authority.toLowerCase();

/** The newest delta of each place; an older one that was left behind does not matter. */
function expiredDeltas(
  { issuer }: RevocationLevel,
  { directories, lists }: RevocationEvidence,
  now: Date,
): readonly string[] {
  const inDirectory = directories.flatMap(({ data }) => data.points.flatMap(({ delta }) => delta ?? []));
  const elsewhere = lists.flatMap(({ data }) => (data.deltaBase === undefined ? [] : [data]));
  const places = [
    { place: 'in Active Directory', deltas: inDirectory },
    { place: 'downloaded or imported', deltas: elsewhere },
  ];
  return places.flatMap(({ place, deltas }) => {
    const [newest] = deltas
      .filter((delta) => isOfKey(delta, issuer))
      .sort((a, b) => b.thisUpdate.localeCompare(a.thisUpdate));
    const end = newest?.nextUpdate;
    return end !== undefined && Date.parse(end) <= now.getTime()
      ? [`The delta list ${place} expired on ${end.slice(0, 10)}.`]
      : [];
  });
}
