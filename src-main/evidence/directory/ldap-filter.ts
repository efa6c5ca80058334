/** Escapes a value for an LDAP filter (RFC 4515 section 3). */
export const filterValue = (value: string): string =>
  value.replace(/[\\*()\0]/gu, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Matching rules (MS-ADTS 3.1.1.3.4.4). */
export const bitAnd = '1.2.840.113556.1.4.803';
export const inChain = '1.2.840.113556.1.4.1941';
