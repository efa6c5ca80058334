/** Registry keys whose values the catalogue judges, without hive, lower case; the keys below them belong to them. */
const judgedKeys = [
  'software\\policies\\microsoft\\passportforwork',
  'software\\policies\\microsoft\\biometrics',
  'software\\policies\\microsoft\\cryptography\\autoenrollment',
  'software\\policies\\microsoft\\systemcertificates\\root\\certificates',
  'software\\policies\\microsoft\\windows\\system',
  'software\\policies\\microsoft\\windows\\workplacejoin',
  'software\\microsoft\\windows\\currentversion\\cdj',
] as const;

/** Whether `key` is `parent` or a key below it. */
export function isKeyWithin(key: string, parent: string): boolean {
  const [inner, outer] = [key.toLowerCase(), parent.toLowerCase()];
  return inner === outer || inner.startsWith(`${outer}\\`);
}

export const isJudgedKey = (key: string): boolean => judgedKeys.some((judged) => isKeyWithin(key, judged));

/** Whether a key holds judged keys: deleting it deletes them. */
export const holdsJudgedKey = (key: string): boolean => judgedKeys.some((judged) => isKeyWithin(judged, key));

/** Certificates that policy distributes: the name of the key is the thumbprint, so the certificate itself is not kept. */
export const isCertificateKey = (key: string): boolean =>
  isKeyWithin(key, 'software\\policies\\microsoft\\systemcertificates');
