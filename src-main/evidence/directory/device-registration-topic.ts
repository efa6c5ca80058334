import type { DeviceRegistrationService, ServiceConnectionPoint } from '../../../src-shared/model/evidence/directory';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { booleanOf, guidValueOf, isOfClass, numberOf, rawTextOf, textsOf, timeOf } from './entry-values';

const container = 'cn=device registration configuration,cn=services,cn=configuration,';

/** Service connection points and device registration services (MS-DVRD) of a forest. */
export const deviceRegistrationTopic: DirectoryTopic<'ad.device-registration'> = {
  kind: 'ad.device-registration',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=Device Registration Configuration,CN=Services,${configurationNamingContext}`,
      scope: 'sub',
      filter: '(objectClass=*)',
      attributes: [
        'objectClass',
        'objectGUID',
        'keywords',
        'whenChanged',
        'msDS-DeviceLocation',
        'msDS-IsEnabled',
        'msDS-CloudIsEnabled',
        'msDS-RegistrationQuota',
        'msDS-MaximumRegistrationInactivityPeriod',
      ],
    },
  ],
  accepts: (dn) => dn.startsWith(container) || dn.includes(`,${container}`),
  // A forest without device registration has no such container; its parent shows that the export would hold it.
  span: ({ configurationNamingContext }) => [normalDn(`CN=Services,${configurationNamingContext}`)],
  reader() {
    let containerFound = false;
    const serviceConnectionPoints: ServiceConnectionPoint[] = [];
    const services: DeviceRegistrationService[] = [];
    return {
      add(entry) {
        if (normalDn(entry.dn).startsWith(container)) containerFound = true;
        else if (isOfClass(entry, 'serviceconnectionpoint')) serviceConnectionPoints.push(connectionPointOf(entry));
        else if (isOfClass(entry, 'msds-deviceregistrationservice')) services.push(serviceOf(entry));
      },
      finish: () => ({
        data: {
          containerFound,
          serviceConnectionPoints: serviceConnectionPoints.sort(byName),
          services: services.sort(byName),
        },
        facts: serviceConnectionPoints.length + services.length,
        notes: [],
      }),
    };
  },
};

interface Named {
  readonly distinguishedName: string;
}

const byName = (a: Named, b: Named): number => a.distinguishedName.localeCompare(b.distinguishedName, 'en');

const connectionPointOf = (entry: DirectoryEntry): ServiceConnectionPoint => ({
  distinguishedName: entry.dn,
  keywords: textsOf(entry, 'keywords'),
  ...present({ objectGuid: guidValueOf(entry, 'objectguid'), whenChanged: timeOf(entry, 'whenchanged') }),
});

const serviceOf = (entry: DirectoryEntry): DeviceRegistrationService => ({
  distinguishedName: entry.dn,
  ...present({
    objectGuid: guidValueOf(entry, 'objectguid'),
    deviceLocation: rawTextOf(entry, 'msds-devicelocation'),
    isEnabled: booleanOf(entry, 'msds-isenabled'),
    cloudIsEnabled: booleanOf(entry, 'msds-cloudisenabled'),
    registrationQuota: numberOf(entry, 'msds-registrationquota'),
    maximumInactivityDays: numberOf(entry, 'msds-maximumregistrationinactivityperiod'),
  }),
});
