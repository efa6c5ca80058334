import type { EvidenceKind } from '../../src-shared/model/evidence';
import type { HostCertificates } from '../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import type { Evidence } from '../checks/define-check';
import { isHostNamed } from '../evidence/derived/forest-scope';
import type { CollectedEvidence } from './collected-evidence';

const stores = 'host.certificates';

/**
 * The evidence with stores that are described in part settled. One that another source read in full gives way to it, though machines leave out their domain now and
 * then. A certificate that is only described, and that another source holds, is taken from there by its thumbprint: SHA-1 over the certificate is its identity. What
 * only the store tells, provider and key, stays.
 */
export function withSettledStores(evidence: CollectedEvidence): CollectedEvidence {
  const settled = evidence.get(stores);
  const all = recordsOf(evidence, stores);
  if (settled === undefined || !all.some(isDescribed)) return evidence;
  const own = all.filter((one) => !isDescribed(one) || !all.some((other) => readsInFull(other, one)));
  const known = new Map(certificatesIn(evidence).map((certificate) => [certificate.thumbprint, certificate]));
  const records = own.map((record) => ({ ...record, data: completed(record.data, known) }));
  return new Map([...evidence, [stores, { ...settled, records }]]);
}

type Store = Evidence<typeof stores>;

const isDescribed = ({ data }: Store): boolean => data.described !== undefined;

const readsInFull = ({ data: other }: Store, { data }: Store): boolean =>
  other.described === undefined &&
  other.store === data.store &&
  (isHostNamed(data.host, other.host) || isHostNamed(other.host, data.host));

function completed(store: HostCertificates, known: ReadonlyMap<string, CertificateFacts>): HostCertificates {
  const { described: all = [], ...rest } = store;
  const described = all.filter(({ thumbprint = '' }) => !known.has(thumbprint));
  const found = all.flatMap(({ thumbprint = '', hasPrivateKey, provider }) => {
    const certificate = known.get(thumbprint);
    return certificate === undefined
      ? []
      : [
          {
            certificate,
            ...(hasPrivateKey === undefined ? {} : { hasPrivateKey }),
            ...(provider === undefined ? {} : { provider }),
          },
        ];
  });
  return { ...rest, certificates: [...store.certificates, ...found], ...(described.length === 0 ? {} : { described }) };
}

/** Certificates that may be in a store of a machine or a user, wherever they were read. */
const certificatesIn = (evidence: CollectedEvidence): readonly CertificateFacts[] => [
  ...recordsOf(evidence, 'pki.certificate').map(({ data }) => data.certificate),
  ...recordsOf(evidence, 'pki.dc-certificate').flatMap(({ data }) => data.chain),
  ...recordsOf(evidence, 'adfs.tls').flatMap(({ data }) => data.chain),
  ...recordsOf(evidence, 'adfs.federation-metadata').flatMap(({ data }) => [
    ...data.signingCertificates,
    ...data.encryptionCertificates,
  ]),
  ...recordsOf(evidence, stores).flatMap(({ data }) => data.certificates.map(({ certificate }) => certificate)),
];

const recordsOf = <K extends EvidenceKind>(evidence: CollectedEvidence, kind: K): readonly Evidence<K>[] =>
  (evidence.get(kind)?.records ?? []).filter((record): record is Evidence<K> => record.kind === kind);
