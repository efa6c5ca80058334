import check from '../../../../src-main/checks/dir/dir-021-synchronisation-filter.check';
import type { PilotComputer, PilotIdentity } from '../../../../src-shared/model/evidence/directory';
import type { EntraDevice, EntraUser } from '../../../../src-shared/model/evidence/entra';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, forest, guid } from '../contoso';
import { pilotCases, pilotWith } from '../pilot-traits';
import { connector, serviceAccountsOf } from './sync-accounts';

const staff = 'OU=Staff,DC=contoso,DC=com';
const pcs = 'OU=PCs,DC=contoso,DC=com';
const user = (index: number, unit = staff): PilotIdentity => ({
  distinguishedName: `CN=Müller\\, Nr. ${index},${unit}`,
  objectSid: `${domainSid}-${2000 + index}`,
  samAccountName: `user${index}`,
  userPrincipalName: `user${index}@contoso.com`,
  adminCount: false,
});
const computer = (index: number, unit = pcs): PilotComputer => ({
  distinguishedName: `CN=PC${index},${unit}`,
  objectSid: `${domainSid}-${3000 + index}`,
  objectGuid: guid(index),
  name: `PC${index}`,
  operatingSystem: 'Windows 11 Enterprise',
});
const users = (identities: readonly PilotIdentity[], total = identities.length) => pilotWith({ identities }, { total });
const computers = (list: readonly PilotComputer[]) =>
  record('ad.pilot-computers', forest, { total: list.length, computers: list, populationFound: true });
const cloudUser = ({ objectSid, userPrincipalName }: PilotIdentity, more: Partial<EntraUser> = {}): EntraUser => ({
  id: guid(1),
  userPrincipalName: userPrincipalName ?? '',
  onPremisesSyncEnabled: true,
  onPremisesSecurityIdentifier: objectSid,
  ...more,
});
const device = ({ objectSid, name }: PilotComputer): EntraDevice => ({
  deviceId: guid(9),
  displayName: name,
  trustType: 'ServerAd',
  onPremisesSecurityIdentifier: objectSid,
});
const tenantUsers = (list: readonly EntraUser[], complete = true) =>
  record('entra.users', 'tenant', { users: list, complete });
const devices = (list: readonly EntraDevice[], complete = true) =>
  record('entra.devices', 'tenant', { devices: list, complete });

const pilot = [user(1), user(2)];
const machines = [computer(1), computer(2)];
const [first, second] = pilot;
const [pc, otherPc] = machines;
if (first === undefined || second === undefined || pc === undefined || otherPc === undefined) throw new Error('empty');
const cloud = [tenantUsers(pilot.map((one) => cloudUser(one))), devices(machines.map(device))];
const staffId = `user:${staff.toLowerCase()}`;
const pcsId = `computer:${pcs.toLowerCase()}`;

const scoped = (
  inclusions: readonly string[],
  { exclusions = [], objectClasses = ['user', 'group', 'computer'], selected = true }: Partial<Filter> = {},
) =>
  record('connect.connectors', 'aadc01', {
    host: 'aadc01',
    connectors: [
      {
        ...{ name: 'contoso.com', type: 'AD' },
        partitions: [{ distinguishedName: 'DC=contoso,DC=com', selected, inclusions, exclusions, objectClasses }],
      },
    ],
  });
interface Filter {
  readonly exclusions: readonly string[];
  readonly objectClasses: readonly string[];
  readonly selected: boolean;
}
const everything = ['DC=contoso,DC=com'];

describeCheck(check, [
  {
    name: 'the filter reads everything and everybody arrived',
    evidence: [users(pilot), computers(machines), ...cloud, scoped(everything)],
    outcome: 'pass',
    says: ['Entra Connect reads 2 containers'],
  },
  {
    name: 'a unit that is not selected, although its computers arrived once',
    evidence: [users(pilot), computers(machines), ...cloud, scoped([staff.toLowerCase()])],
    outcome: 'fail',
    severity: 'high',
    objects: { [staffId]: 'pass', [pcsId]: 'fail' },
    notes: { [pcsId]: 'under no unit that is selected' },
  },
  {
    name: 'a unit that is left out below one that is selected',
    evidence: [users(pilot), computers(machines), ...cloud, scoped(everything, { exclusions: [pcs] })],
    outcome: 'fail',
    objects: { [staffId]: 'pass', [pcsId]: 'fail' },
  },
  {
    name: 'computers are not read',
    evidence: [users(pilot), computers(machines), ...cloud, scoped(everything, { objectClasses: ['user', 'group'] })],
    outcome: 'fail',
    notes: { [pcsId]: 'class computer are not read' },
  },
  {
    name: 'the domain is not selected',
    evidence: [users(pilot), computers(machines), ...cloud, scoped(everything, { selected: false })],
    outcome: 'fail',
  },
  {
    name: 'the filter reads them, but one did not arrive',
    evidence: [
      ...[users(pilot), computers(machines), scoped(everything)],
      ...[tenantUsers(pilot.map((one) => cloudUser(one))), devices([device(pc)])],
    ],
    outcome: 'warning',
    objects: { [staffId]: 'pass', [pcsId]: 'warning' },
  },
  {
    name: 'a filter without lists tells nothing',
    evidence: [users(pilot), computers(machines), ...cloud, scoped([])],
    outcome: 'pass',
    says: ['Inferred'],
  },
  {
    name: 'everybody arrived',
    evidence: [users(pilot), computers(machines), ...cloud, serviceAccountsOf([connector()])],
    outcome: 'pass',
    says: ['Inferred', '2 containers'],
    objects: { [staffId]: 'pass', [pcsId]: 'pass' },
    differs: [],
  },
  {
    name: 'no computer arrived',
    evidence: [users(pilot), computers(machines), ...cloud.slice(0, 1), devices([])],
    outcome: 'warning',
    severity: 'high',
    says: ['Of 2 containers of pilot accounts, 1 has', 'PCs (computers)', 'Inferred'],
    notes: { [pcsId]: 'None of 2 computers' },
  },
  {
    name: 'one unit of users is missing',
    evidence: [users([...pilot, user(3, 'OU=Neu,DC=contoso,DC=com')]), computers(machines), ...cloud],
    outcome: 'warning',
    says: ['Neu (users)'],
  },
  {
    name: 'one of two users is missing',
    evidence: [users(pilot), computers(machines), tenantUsers([cloudUser(first)]), ...cloud.slice(1)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['kept on the Connect server'],
    notes: { [staffId]: '1 of 2 users' },
  },
  {
    name: 'users of the same name that were made in the cloud',
    evidence: [
      users(pilot),
      computers(machines),
      tenantUsers([
        cloudUser(first, { onPremisesSecurityIdentifier: 'S-1-5-21-9-9-9-9' }),
        cloudUser(second, { onPremisesSyncEnabled: false }),
      ]),
      ...cloud.slice(1),
    ],
    outcome: 'warning',
    says: ['Staff (users)'],
  },
  {
    name: 'lists that were cut off',
    evidence: [users(pilot), computers(machines), tenantUsers([], false), ...cloud.slice(1)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['cut off'],
  },
  {
    name: 'a list that does not tell who is synchronised',
    evidence: [
      users(pilot),
      computers(machines),
      tenantUsers(pilot.map(({ userPrincipalName }) => ({ id: guid(2), userPrincipalName: userPrincipalName ?? '' }))),
      ...cloud.slice(1),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['does not tell'],
  },
  {
    name: 'users beyond those kept',
    evidence: [users(pilot, 30_000), computers(machines), ...cloud],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no pilot computer',
    evidence: [users(pilot), computers([]), ...cloud],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['no pilot computer'],
  },
  {
    name: 'no pilot user',
    evidence: [users([]), computers(machines), ...cloud],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'users of one domain were not read',
    evidence: [
      users(pilot),
      computers(machines),
      ...cloud,
      failed('ad.pilot-users', 'emea.contoso.com', 'unreachable'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  ...pilotCases([computers(machines), ...cloud]),
]);
