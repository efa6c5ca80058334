import type { Steering } from './assess-variant';

/** The certificate a domain controller shows, what it leads to, and what only a trusted one lets be asked. */
export const ofCertificates: Steering = {
  probes: ['dc-certificate', 'controller-state', 'crl', 'ocsp', 'authority-information'],
  restore: ({ switchDcCertificate }) => switchDcCertificate('good'),
};

export const ofLists: Steering = {
  probes: ['crl'],
  restore: ({ setRevocationList }) => setRevocationList('ok'),
};
