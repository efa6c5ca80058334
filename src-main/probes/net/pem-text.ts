import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';

/** Certificates as PEM, in the given order: how what a server showed is kept. */
export const pemText = (chain: readonly CertificateFacts[]): string =>
  chain
    .map(({ der }) => `-----BEGIN CERTIFICATE-----\n${der.replace(/.{1,64}/gu, '$&\n')}-----END CERTIFICATE-----\n`)
    .join('');
