import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';

/** Domain controllers by name and build. */
export const controllers = (builds: Readonly<Record<string, number | undefined>>, hasCloudKerberosServer = false) =>
  record('ad.domain-controllers', forest, {
    hasCloudKerberosServer,
    controllers: Object.entries(builds).map(([name, build], index) => ({
      distinguishedName: `CN=${name}`,
      objectGuid: guid(index),
      dnsHostName: `${name.toLowerCase()}.${forest}`,
      readOnly: false,
      ...(build === undefined ? {} : { build }),
    })),
  });
/** Pilot computers by build. */
export const computers = (
  builds: readonly (number | undefined)[],
  operatingSystem = 'Windows 11 Enterprise',
): EvidenceRecord =>
  record('ad.pilot-computers', forest, {
    total: builds.length,
    populationFound: true,
    computers: builds.map((build, index) => ({
      distinguishedName: `CN=PC${index},OU=PCs,DC=contoso,DC=com`,
      objectSid: `${domainSid}-${4000 + index}`,
      objectGuid: guid(500 + index),
      name: `PC${index}`,
      operatingSystem,
      ...(build === undefined ? {} : { build }),
    })),
  });
