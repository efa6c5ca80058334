import type { DescribedCertificate } from '../../../src-shared/model/evidence/host';

/** Whether a certificate that is only described says that it is for a usage; undefined where that was not told. */
export function isDescribedFor(
  { usages, applicationPolicies }: DescribedCertificate,
  usage: string,
): boolean | undefined {
  if (usages?.extendedKeyUsage?.includes(usage) === true || applicationPolicies?.includes(usage) === true) return true;
  return usages === undefined || applicationPolicies === undefined ? undefined : false;
}

/** Why nothing passes by a certificate that is only described; continues a sentence. */
export const undated = 'its dates are told in the language of the machine only; a .cer file would tell them';
