/** The invented organisation of the catalogue's samples, for cases that need its names. */
export const forest = 'contoso.com';
export const forestDn = 'DC=contoso,DC=com';
export const tenantId = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
export const otherTenantId = '91c2d7aa-4b0e-4e3d-8f57-6a0c2be8d913';
export const federationService = 'fs.contoso.com';
export const domainSid = 'S-1-5-21-1004336348-1177238915-682003330';

/** The DN of a DNS domain name. */
export const dnOf = (domain: string): string => `DC=${domain.split('.').join(',DC=')}`;
/** A GUID that is recognisably the n-th of a case. */
export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
