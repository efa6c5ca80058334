/** Places below `CN=Public Key Services,CN=Services,<configuration>` (MS-WCCE 2.2.2.11). */
export const publicKeyServices = (configurationNamingContext: string): string =>
  `CN=Public Key Services,CN=Services,${configurationNamingContext}`;

/** End of the DN (lower case, without the forest) of everything in the container of that name. */
export const publicKeyServicesContainer = (name: string): string =>
  `cn=${name.toLowerCase()},cn=public key services,cn=services,cn=configuration,`;

/** Whether a DN (lower case) is the container or something directly in it. */
export function isInContainer(dn: string, container: string): 'container' | 'member' | 'elsewhere' {
  if (dn.startsWith(container)) return 'container';
  return dn.includes(`,${container}`) ? 'member' : 'elsewhere';
}
