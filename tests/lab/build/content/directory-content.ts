import { adfsServiceAccount, administrator, domain, groups } from '../../facts.ts';
import { certificateServiceObjects } from './certificate-services.ts';
import { templateObjects } from './certificate-template.ts';
import { certificateTemplates } from './certificate-templates.ts';
import { deviceContainerAccess, deviceKeys, deviceRegistrationObjects } from './device-registration.ts';
import type { DirectoryBatches } from './directory-change.ts';
import {
  domainHeadAccess,
  forestLevels,
  hostNames,
  keyAdminGroups,
  organisationalUnits,
  protectPrincipals,
  schemaCompletion,
} from './forest.ts';
import { groupPolicyObjects } from './group-policy.ts';
import { domainControllerAsWindows, machineObjects } from './machines.ts';
import { memberships, peopleObjects } from './people.ts';
import {
  adfsKeyObjects,
  adfsServiceAccountObject,
  enrolmentServiceAccountObject,
  syncAccountObject,
} from './service-accounts.ts';
import { controllerServiceRecords, secondControllerObjects, siteObjects } from './sites.ts';

/** All that the lab's forest holds beyond what provisioning makes. */
export async function directoryContent(pkiFolder: string, now: Date): Promise<DirectoryBatches> {
  return [
    schemaCompletion(),
    [...forestLevels(), ...organisationalUnits(), ...hostNames(), domainControllerAsWindows()],
    [...siteObjects(), ...secondControllerObjects(), ...controllerServiceRecords()],
    [
      ...keyAdminGroups(),
      ...peopleObjects(),
      syncAccountObject(now),
      adfsServiceAccountObject(),
      enrolmentServiceAccountObject(),
      ...adfsKeyObjects(),
      ...machineObjects(now),
    ],
    [
      ...deviceRegistrationObjects(now),
      ...(await certificateServiceObjects(pkiFolder)),
      ...certificateTemplates.flatMap(templateObjects),
      ...groupPolicyObjects(),
    ],
    [
      ...memberships([adfsServiceAccount.dn]),
      ...deviceKeys(now),
      domainHeadAccess(),
      deviceContainerAccess(),
      ...protectPrincipals(domain, [administrator.dn, groups.tierZeroAdmins.dn]),
    ],
  ];
}
