import { adfsServiceAccount } from '../../facts.ts';
import { certificateServiceObjects } from './certificate-services.ts';
import { deviceKeys, deviceRegistrationObjects } from './device-registration.ts';
import type { DirectoryBatches } from './directory-change.ts';
import {
  domainHeadAccess,
  forestLevels,
  hostAddresses,
  keyAdminGroups,
  organisationalUnits,
  schemaCompletion,
} from './forest.ts';
import { groupPolicyObjects } from './group-policy.ts';
import { domainControllerAsWindows, machineObjects } from './machines.ts';
import { memberships, peopleObjects } from './people.ts';
import { adfsServiceAccountObject, syncAccount } from './service-accounts.ts';

/** All that the lab's forest holds beyond what provisioning makes. */
export async function directoryContent(pkiFolder: string, now: Date): Promise<DirectoryBatches> {
  return [
    schemaCompletion(),
    [...forestLevels(), ...organisationalUnits(), ...hostAddresses(), domainControllerAsWindows()],
    [...keyAdminGroups(), ...peopleObjects(), syncAccount(), adfsServiceAccountObject(), ...machineObjects(now)],
    [...deviceRegistrationObjects(now), ...(await certificateServiceObjects(pkiFolder)), ...groupPolicyObjects()],
    [...memberships([adfsServiceAccount.dn]), ...deviceKeys(now), domainHeadAccess()],
  ];
}
