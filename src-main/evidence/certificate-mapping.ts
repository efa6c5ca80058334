import type { CertificateMappingForm } from '../../src-shared/model/evidence/directory';

/** First part of a mapping → its form, weak ones included (KB5014754). `SHA1-TP-PUBKEY` is what device registration writes. */
const forms: Readonly<Record<string, CertificateMappingForm>> = {
  S: 'subject',
  RFC822: 'rfc822',
  SKI: 'subject-key-identifier',
  'SHA1-PUKEY': 'public-key-hash',
  'SHA1-TP-PUBKEY': 'public-key-hash',
};

/** The form of one value of `altSecurityIdentities`: `X509:<I>…<S>…`, `X509:<SKI>…`, or something else such as `Kerberos:…`. */
export function mappingFormOf(value: string): CertificateMappingForm {
  const tag = /^X509:<([A-Z0-9-]{1,20})>/iu.exec(value)?.[1]?.toUpperCase();
  if (tag === undefined) return 'other';
  if (tag !== 'I') return forms[tag] ?? 'other';
  const second = /<(S|SR)>/iu.exec(value.slice('X509:<I>'.length))?.[1]?.toUpperCase();
  return second === 'SR' ? 'issuer-serial' : second === 'S' ? 'issuer-subject' : 'other';
}

/** Forms whose parts another certificate may carry as well, so that they can be forged (KB5014754, "weak"). */
export const weakMappingForms: readonly CertificateMappingForm[] = ['issuer-subject', 'subject', 'rfc822'];
