import { attestedBy } from '../../../src-shared/interview/attested-by';
import type { Attestation } from '../../../src-shared/model/finding';

/** `(attested by Imke Brandt on 2026-11-20)` behind a verdict that takes somebody's word into account. */
export function AttestedMark({ attested = [] }: { readonly attested?: readonly Attestation[] | undefined }) {
  const words = [...new Set(attested.map(attestedBy))].join('; ');
  return words === '' ? null : <span className="attested-mark"> ({words})</span>;
}
