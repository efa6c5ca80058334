import type { DescribedCertificate, HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { isDescribedFor } from './described-certificate';

/** The provider that keeps keys of Windows Hello; its name is the same in every language. */
const helloProvider = 'microsoft passport key storage provider';

const signsIn = ({ extendedKeyUsage = [], applicationPolicies }: CertificateFacts): boolean =>
  [...extendedKeyUsage, ...applicationPolicies].includes(keyUsageOid.smartCardLogon);

/** Certificates for sign-in in the store of a user: those whose key Windows Hello keeps, those of other providers, and those whose provider was not told. */
export interface SignInCertificates {
  readonly hello: readonly CertificateFacts[];
  readonly others: readonly CertificateFacts[];
  readonly unsure: readonly CertificateFacts[];
}

export function signInCertificates(held: readonly HeldCertificate[]): SignInCertificates {
  const found = held.filter(({ certificate }) => signsIn(certificate));
  const having = (wanted: (provider: string | undefined) => boolean): readonly CertificateFacts[] =>
    found
      .filter(({ provider }) => wanted(provider?.toLowerCase()))
      .map(({ certificate }) => certificate)
      .sort((a, b) => Date.parse(b.notAfter) - Date.parse(a.notAfter));
  return {
    hello: having((provider) => provider === helloProvider),
    others: having((provider) => provider !== undefined && provider !== helloProvider),
    unsure: having((provider) => provider === undefined),
  };
}

/** The same of certificates that are only described. `isSure` = it says that it is for sign-in; otherwise it may be. */
export function describedSignInCertificates(described: readonly DescribedCertificate[]): {
  readonly hello: readonly (DescribedCertificate & { readonly isSure: boolean })[];
  readonly others: readonly DescribedCertificate[];
  readonly unsure: readonly DescribedCertificate[];
} {
  const found = described.flatMap((one) => {
    const signs = isDescribedFor(one, keyUsageOid.smartCardLogon);
    return signs === false || one.hasPrivateKey === false ? [] : [{ ...one, isSure: signs === true }];
  });
  return {
    hello: found.filter(({ provider }) => provider?.toLowerCase() === helloProvider),
    others: found.filter(({ provider }) => provider !== undefined && provider.toLowerCase() !== helloProvider),
    unsure: found.filter(({ provider }) => provider === undefined),
  };
}
