import type { CertificateFacts, RevocationList } from '../../../src-shared/model/evidence/pki';
import { crlIsSignedBy } from '../verify-signature';
import type { RevocationEvidence } from './revocation-copies';

/** A list that a CA key really signed, and where it was found. */
export interface KeyList {
  readonly list: RevocationList;
  readonly place: 'directory' | 'web' | 'file';
  readonly evidenceId: string;
}

/** Base and delta lists of one CA key, wherever they were found. Lists whose signature cannot be verified are left out. */
export function listsOfKey(
  issuer: CertificateFacts | undefined,
  { directories, lists }: RevocationEvidence,
): readonly KeyList[] {
  if (issuer === undefined) return [];
  const published = directories.flatMap(({ id, data }) =>
    data.points.flatMap(({ base, delta }) =>
      [base, delta].flatMap((list) =>
        list === undefined ? [] : [{ list, place: 'directory', evidenceId: id } as const],
      ),
    ),
  );
  const others = lists.map(
    ({ id, data }) => ({ list: data, place: data.url === undefined ? 'file' : 'web', evidenceId: id }) as const,
  );
  return [...published, ...others].filter(
    ({ list }) => list.issuer === issuer.subject && crlIsSignedBy(list, issuer) === true,
  );
}

export const isBaseList = ({ list }: KeyList): boolean => list.deltaBase === undefined;

/** Later issued first: by CRL number where both have one, else by date of issue. */
export function newerFirst(one: RevocationList, other: RevocationList): number {
  if (one.number !== undefined && other.number !== undefined) {
    const difference = BigInt(other.number) - BigInt(one.number);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
  }
  return other.thisUpdate.localeCompare(one.thisUpdate);
}
