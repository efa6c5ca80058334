import { labPolicies, type Policy, policyAttributes, policyDn, policyFiles } from '../build/content/group-policy';
import { policies } from '../facts';
import type { DirectoryChange } from '../lab';
import type { Variant } from './variant';

function labPolicy(guid: string): Policy {
  const found = labPolicies.find((policy) => policy.guid === guid);
  if (!found) throw new Error(`No policy ${guid}`);
  return found;
}

/** The policy of the pilot. */
export const certificateTrust = labPolicy(policies.certificateTrust);
export const controllerEnrolment = labPolicy(policies.domainControllerEnrolment);

/** Files of the policy with other settings, and the version that goes with them in the directory. */
export function edited(policy: Policy): Pick<Variant, 'changes' | 'files'> {
  const { gPCMachineExtensionNames = [], gPCUserExtensionNames = [], versionNumber = [] } = policyAttributes(policy);
  return {
    changes: [
      { dn: policyDn(policy.guid), replace: { gPCMachineExtensionNames, gPCUserExtensionNames, versionNumber } },
    ],
    files: policyFiles(policy),
  };
}

export function linked(dn: string, ...links: readonly string[]): DirectoryChange {
  return { dn, replace: { gPLink: [links.join('')] } };
}

export function unlinked(dn: string): DirectoryChange {
  return { dn, replace: { gPLink: [] } };
}
