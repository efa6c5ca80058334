import type { HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Collected } from '../define-check';
import type { TemplateVerdict } from '../pki/judge-templates';

export const notKnown = (note: string, reason: UnknownReason = 'not-collected'): TemplateVerdict => ({
  outcome: 'unknown',
  note,
  reason,
});

/** The certificates in the computer's store of a host, and what to say when they were not read. */
export function machineStore(
  { records, gaps }: Collected<'host.certificates'>,
  host: string,
): { readonly certificates: readonly HeldCertificate[] | undefined; readonly missing: TemplateVerdict } {
  const record = records.find(({ data }) => data.store === 'machine' && isSameHost(data.host, host));
  const gap = gaps.find(({ target }) => isSameHost(target.split(' ')[0] ?? '', host));
  return {
    certificates: record?.data.certificates,
    missing: notKnown('was not asked for the certificates in its store', gap?.reason),
  };
}
