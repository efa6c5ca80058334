/** Keys below which Hello, auto-enrolment and device registration read their policies. */
export const whfb = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const enrolment = 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment';

export const dword = (key, name, data) => ({ key, name, type: 'dword', data });
export const text = (key, name, data) => ({ key, name, type: 'string', data });

/** Enrol, renew and clean up by oneself. */
export const autoEnrolment = [
  dword(enrolment, 'AEPolicy', 7),
  dword(enrolment, 'OfflineExpirationPercent', 10),
  text(enrolment, 'OfflineExpirationStoreNames', 'MY'),
];
