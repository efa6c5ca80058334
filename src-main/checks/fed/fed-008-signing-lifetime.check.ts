import type { FederationMetadata } from '../../../src-shared/model/evidence/adfs';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isAltered, signingCertificatesOf } from '../../evidence/derived/signing-certificates';
import { day, spanInWords } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { type FarmVerdict, judgeFarms } from './judge-farms';
import { alteredMetadata, observeSignature } from './metadata-signature';

/** Entra ID looks at published metadata about a month before the end: 35 days in the guide, 30 in the description of the resource (D14). */
const comfortable = 35 * day;
const urgent = 15 * day;

export default defineCheck({
  id: 'FED-008',
  revision: 1,
  why: 'When the certificate that signs tokens changes unannounced, all federated sign-in fails until Entra ID learns the new one.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-o365-certs'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.federation-metadata', 'adfs.properties?', 'entra.federation-configuration?'],
  evaluate(inputs, { now }) {
    const known = inputs['entra.federation-configuration'].records.flatMap(
      ({ data }) => data.nextSigningCertificate ?? [],
    );
    return judgeFarms(inputs['adfs.federation-metadata'].records, ({ target, data }) => {
      const properties = inputs['adfs.properties'].records.find((record) => isSameHost(record.target, target));
      return judgeCertificates(target, data, properties?.data.autoCertificateRollover, known, now);
    });
  },
  remediation: {
    task: 'Renew the token certificates of AD FS in time.',
    steps: [
      'Keep automatic rollover on, and publish the federation metadata so that Entra ID can read it.',
      'Where the metadata cannot be published, make the new certificate by hand in good time and upload it (FED-007).',
    ],
    command: [
      'Get-AdfsProperties | Format-List AutoCertificateRollover, CertificateGenerationThreshold, CertificatePromotionThreshold',
      'Update-AdfsCertificate -CertificateType Token-Signing',
    ].join('\n'),
    verify: '`Get-AdfsCertificate -CertificateType Token-Signing` shows a certificate with more than 35 days left.',
    revert: 'The former certificate stays as secondary until it ends.',
    right: 'AD FS administrator',
    risk: '`Update-AdfsCertificate -Urgent` changes the certificate at once and stops sign-in until Entra ID knows it.',
  },
});

function judgeCertificates(
  target: string,
  metadata: FederationMetadata,
  rollover: boolean | undefined,
  knownNext: readonly string[],
  now: Date,
): FarmVerdict {
  if (isAltered(metadata)) return alteredMetadata;
  const { present: primary, next } = signingCertificatesOf(metadata);
  if (primary === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'The metadata holds no signing certificate that can be read.',
    };
  const left = Date.parse(primary.notAfter) - now.getTime();
  const successor = next.find(({ notAfter }) => Date.parse(notAfter) > Date.parse(primary.notAfter));
  const isKnown = successor !== undefined && knownNext.some((der) => der.replace(/\s/gu, '') === successor.der);
  const observations = [
    {
      label: 'Signing certificate ends',
      observed: primary.notAfter.slice(0, 10),
      expected: 'more than 35 days from now',
      matches: left > comfortable,
    },
    ...(rollover === undefined
      ? []
      : [
          {
            label: 'AutoCertificateRollover',
            observed: rollover ? 'True' : 'False',
            expected: 'True',
            matches: rollover,
          },
        ]),
    ...observeSignature(target, metadata),
  ];
  const rest = left < 0 ? 'has ended' : `ends in ${spanInWords(left)}`;
  if (left < urgent && !isKnown)
    return {
      outcome: 'fail',
      severity: 'high',
      note: `The certificate that signs tokens ${rest}, and Entra ID knows no successor.`,
      observations,
    };
  if (left <= comfortable)
    return { outcome: 'warning', severity: 'medium', note: `The certificate that signs tokens ${rest}.`, observations };
  if (rollover === false)
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `The certificate that signs tokens ${rest}, and automatic rollover is off: somebody has to remember it.`,
      observations,
    };
  return { outcome: 'pass', note: `The certificate that signs tokens ${rest}.`, observations };
}
