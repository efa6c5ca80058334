import type { DescribedCertificate, HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { isHostNamed } from '../../evidence/derived/forest-scope';
import type { Collected } from '../define-check';
import type { TemplateVerdict } from '../pki/judge-templates';

export const notKnown = (note: string, reason: UnknownReason = 'not-collected'): TemplateVerdict => ({
  outcome: 'unknown',
  note,
  reason,
});

/** What a store was read to hold; `certificates` is undefined, with what to say of it in `missing`, when it was not. */
export interface MachineStore {
  readonly certificates: readonly HeldCertificate[] | undefined;
  readonly described: readonly DescribedCertificate[];
  readonly missing: TemplateVerdict;
}

/** The certificates in the computer's store of a host, and what to say when they were not read. */
export function machineStore({ records, gaps }: Collected<'host.certificates'>, host: string): MachineStore {
  const record = records.find(({ data }) => data.store === 'machine' && isHostNamed(data.host, host));
  const gap = gaps.find(({ target }) => isHostNamed(target.split(' ')[0] ?? '', host));
  return {
    certificates: record?.data.certificates,
    described: record?.data.described ?? [],
    missing: notKnown('was not asked for the certificates in its store', gap?.reason),
  };
}
