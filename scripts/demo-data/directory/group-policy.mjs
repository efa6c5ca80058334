import { allow, extendedRight, right, securityDescriptor } from '../formats/security-descriptor.mjs';

/** User version in the high word, machine version in the low word (MS-GPOL 2.2.4). */
export const versionNumber = ({ version: [user, machine] }) => user * 65536 + machine;

/** The gPLink of a unit by its name (`domain` is the head of the domain): its policies, each link enabled; undefined where none is linked. */
export function linkOf(org, unit) {
  const place = org.policiesDn.replace('CN=Policies,CN=System', 'cn=policies,cn=system');
  const links = org.policies
    .filter(({ linked }) => linked.includes(unit))
    .map(({ guid }) => `[LDAP://cn={${guid}},${place};0]`);
  return links.length === 0 ? undefined : links.join('');
}

const registryExtension = '{35378EAC-683F-11D2-A89A-00C04FBBCFA2}';
const machineTool = '{D02B1F72-3407-48AE-BA88-E8213C6761F1}';
const userTool = '{D02B1F73-3407-48AE-BA88-E8213C6761F1}';

function policyAcl(org) {
  const authenticatedUsers = 'S-1-5-11';
  const writers = [org.sid('domainAdmins'), org.sid('enterpriseAdmins'), 'S-1-5-18'];
  return securityDescriptor({
    owner: org.sid('domainAdmins'),
    entries: [
      allow(authenticatedUsers, right.control, { extended: extendedRight.applyGroupPolicy, inherited: true }),
      ...writers.map((sid) => allow(sid, right.write, { inherited: true })),
      allow(authenticatedUsers, right.read, { inherited: true }),
      allow('S-1-5-9', right.read, { inherited: true }),
    ],
  });
}

/** Attributes of a groupPolicyContainer (MS-GPOL 2.2.5). */
export function containerAttributes(org, policy) {
  const { domain } = org;
  return [
    ['displayName', policy.name],
    ['nTSecurityDescriptor', policyAcl(org)],
    ['flags', '0'],
    ['versionNumber', String(versionNumber(policy))],
    ['gPCFunctionalityVersion', '2'],
    ['gPCFileSysPath', `\\\\${domain.dns}\\sysvol\\${domain.dns}\\Policies\\{${policy.guid}}`],
    ['gPCMachineExtensionNames', policy.machine && `[${registryExtension}${machineTool}]`],
    ['gPCUserExtensionNames', policy.user && `[${registryExtension}${userTool}]`],
    ['gPCWQLFilter', policy.filter && `[${domain.dns};{${policy.filter}};0]`],
  ];
}
