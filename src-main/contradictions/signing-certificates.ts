import type { EvidenceHeader } from '../../src-shared/model/evidence';
import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import { decodeCertificate } from '../evidence/certificate';
import { hostOfUrl } from '../evidence/derived/federation-hosts';
import { normalHostName } from '../evidence/derived/forest-scope';
import { isAltered } from '../evidence/derived/signing-certificates';
import { type Detector, type Found, type Sources, type Testimony, valuesOf } from './testimony';

/** The signing certificates one source knows of a farm. */
interface Ring {
  readonly record: EvidenceHeader;
  readonly farm: string;
  readonly certificates: readonly { readonly thumbprint: string; readonly notBefore?: string }[];
}

/**
 * Certificates AD FS signs with: its metadata, its cmdlets, and what Entra ID was told. Around a change they overlap; two sources that share none contradict,
 * unless every certificate of one was made after the other was read.
 */
export const signingCertificates: Detector = (sources) => {
  const byFarm = new Map<string, Ring[]>();
  for (const ring of ringsOf(sources))
    if (ring.certificates.length > 0) byFarm.set(ring.farm, [...(byFarm.get(ring.farm) ?? []), ring]);
  return [...byFarm].filter(([, rings]) => disagree(rings)).map(([farm, rings]) => found(farm, rings));
};

const ringsOf = ({ of }: Sources): readonly Ring[] => [
  ...of('adfs.federation-metadata')
    .filter(({ data }) => !isAltered(data))
    .map((record) => ({
      record,
      farm: normalHostName(record.data.host),
      certificates: record.data.signingCertificates.map(asKnown),
    })),
  ...of('adfs.certificates').map((record) => ({
    record,
    farm: normalHostName(record.target),
    certificates: record.data.certificates
      .filter(({ type, thumbprint }) => type.toLowerCase() === 'token-signing' && thumbprint !== '')
      .map(({ thumbprint, certificate }) =>
        certificate === undefined ? { thumbprint: thumbprint.toUpperCase() } : asKnown(certificate),
      ),
  })),
  ...of('entra.federation-configuration').map((record) => ({
    record,
    farm: hostOfUrl(record.data.passiveSignInUri) ?? '',
    certificates: [record.data.signingCertificate, record.data.nextSigningCertificate].flatMap(readable),
  })),
];

const asKnown = ({ thumbprint, notBefore }: CertificateFacts) => ({ thumbprint: thumbprint.toUpperCase(), notBefore });

/** A certificate that cannot be read says nothing. */
function readable(base64: string | undefined) {
  if (base64 === undefined || base64 === '') return [];
  try {
    return [asKnown(decodeCertificate(Buffer.from(base64, 'base64')))];
  } catch {
    return [];
  }
}

const disagree = (rings: readonly Ring[]): boolean =>
  rings.some((one, index) => rings.slice(index + 1).some((other) => isApart(one, other)));

const isApart = (one: Ring, other: Ring): boolean => {
  const known = new Set(one.certificates.map(({ thumbprint }) => thumbprint));
  return (
    other.certificates.every(({ thumbprint }) => !known.has(thumbprint)) && !isLater(one, other) && !isLater(other, one)
  );
};

/** Whether every certificate of a ring was made after the other source was read. */
const isLater = ({ certificates }: Ring, { record }: Ring): boolean =>
  certificates.every(
    ({ notBefore }) => notBefore !== undefined && Date.parse(notBefore) > Date.parse(record.collectedAt),
  );

function found(farm: string, rings: readonly Ring[]): Found {
  const testimonies: Testimony[] = rings.flatMap(({ record, certificates }) =>
    certificates.map(({ thumbprint }) => ({ value: thumbprint, record })),
  );
  return {
    id: `signing-certificate:${farm}`,
    fact: 'signing-certificate',
    title: `The sources name different token-signing certificates for ${farm}.`,
    values: valuesOf(testimonies),
    consequence:
      'Entra ID trusts AD FS by this certificate; if the sources are all right, federated sign-in does not work, and if one is wrong, findings that rest on it are.',
    whatToDo:
      'Compare with Get-AdfsCertificate -CertificateType Token-Signing on the primary node. Update the federation settings in Entra ID, or collect the wrong source again.',
  };
}
