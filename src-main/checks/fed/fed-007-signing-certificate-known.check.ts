import type { FederationMetadata } from '../../../src-shared/model/evidence/adfs';
import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { Observation } from '../../../src-shared/model/finding';
import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isAltered, signingCertificatesOf } from '../../evidence/derived/signing-certificates';
import { day, spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, shareOf } from '../wording';
import { alteredMetadata, observeSignature } from './metadata-signature';

/** So close before the change AD FS makes a second certificate the first. */
const lastCall = 15 * day;

export default defineCheck({
  id: 'FED-007',
  revision: 1,
  why: 'Entra ID refuses every token of AD FS that is signed with a certificate it does not know.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-o365-certs',
    'https://learn.microsoft.com/graph/api/resources/internaldomainfederation',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.federation-configuration', 'adfs.federation-metadata'],
  evaluate({ 'entra.federation-configuration': domains, 'adfs.federation-metadata': services }, { now }) {
    const farms = services.records.filter(({ data }) => data.isAdfs);
    if (farms.length === 0)
      return unknown('contradictory', { summary: 'The metadata that was read is not that of AD FS.' });
    const objects = domains.records.map(({ id, target, data }): JudgedObject => {
      const host = hostOfUrl(data.passiveSignInUri);
      const farm = farms.find((record) => host !== undefined && isSameHost(record.data.host, host));
      return {
        id: `entra-domain:${target.toLowerCase()}`,
        kind: 'entra-domain',
        name: target,
        evidenceId: id,
        locate: 'signingCertificate',
        ...(farm === undefined
          ? { outcome: 'unknown', reason: 'not-collected', note: 'The metadata of its AD FS farm was not read.' }
          : judgeDomain(data, farm.data, now)),
      };
    });
    const open = objects.filter(({ outcome }) => outcome !== 'pass');
    return judged(objects, {
      summary:
        open.length === 0
          ? `Entra ID knows the certificate AD FS signs with, for ${listed(objects.map(({ name }) => name))}.`
          : `${shareOf(open.length, objects.length, 'federated domain')} not in order. ${open
              .slice(0, 4)
              .map(({ name, note }) => `${name}: ${note}`)
              .join(' ')}`,
      observations: farms.flatMap(({ target, data }) => observe(target, data)),
    });
  },
  remediation: {
    task: 'Make the token-signing certificate known to Entra ID.',
    steps: [
      'Upload the current and the next signing certificate for every federated root domain; Entra Connect does it with “Federate an additional domain” or a trust reset.',
    ],
    command: [
      'Get-AdfsCertificate -CertificateType Token-Signing',
      "Get-MgDomainFederationConfiguration -DomainId 'contoso.com' | Format-List SigningCertificate, NextSigningCertificate",
      "Update-MgDomainFederationConfiguration -DomainId 'contoso.com' -InternalDomainFederationId <id> -SigningCertificate <base64> -NextSigningCertificate <base64>",
    ].join('\n'),
    verify: 'A federated user signs in, and both certificates appear in Entra ID.',
    revert: 'Set the former certificates, which the second command shows.',
    right: 'Hybrid Identity Administrator',
    risk: 'A wrong certificate stops the sign-in of the whole domain at once.',
  },
});

/** Graph cuts certificates in some exports; only one that is whole can be compared. */
const isWhole = (text: string | undefined): text is string =>
  text !== undefined && !/\.\.\.|…/u.test(text) && text.length > 300;

function observe(target: string, metadata: FederationMetadata): readonly Observation[] {
  const { present, next, former } = signingCertificatesOf(metadata);
  const row = (which: string, expected: string, { thumbprint, notAfter }: CertificateFacts): Observation => ({
    label: `${target}, ${which} signing certificate`,
    observed: `${thumbprint}, valid until ${notAfter.slice(0, 10)}`,
    expected,
  });
  return [
    ...(present === undefined ? [] : [row('present', 'known to Entra ID', present)]),
    ...next.map((certificate) => row('next', 'known to Entra ID as the next one', certificate)),
    ...former.map((certificate) => row('former', 'no longer needed', certificate)),
    ...observeSignature(target, metadata),
  ];
}

function judgeDomain(
  { signingCertificate, nextSigningCertificate }: EntraFederationConfiguration,
  metadata: FederationMetadata,
  now: Date,
): Verdict {
  if (isAltered(metadata)) return alteredMetadata;
  const { present: primary, next } = signingCertificatesOf(metadata);
  if (primary === undefined)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'The metadata holds no signing certificate that can be read.',
    };
  const known = [signingCertificate, nextSigningCertificate].filter(isWhole).map(compact);
  if (known.length === 0)
    return { outcome: 'unknown', reason: 'unreadable', note: 'The settings in Entra ID hold no whole certificate.' };
  if (!known.includes(compact(primary.der)))
    return {
      outcome: 'fail',
      note: `Entra ID does not know the certificate AD FS signs with (${primary.thumbprint}).`,
    };
  const fresh = next.filter(({ der }) => !known.includes(compact(der)));
  if (fresh.length === 0) return { outcome: 'pass', note: 'Entra ID knows every signing certificate of AD FS.' };
  const left = Date.parse(primary.notAfter) - now.getTime();
  return left >= lastCall
    ? {
        outcome: 'warning',
        note: `AD FS has a next signing certificate that Entra ID does not know yet; the present one lasts ${spanInWords(left)}.`,
      }
    : {
        outcome: 'fail',
        note: `The present signing certificate lasts only ${left < 0 ? 'no more' : spanInWords(left)}, and Entra ID does not know the next one.`,
      };
}

const compact = (base64: string): string => base64.replace(/\s/gu, '');
