import check from '../../../../src-main/checks/dev/dev-006-join-state.check';
import { describeCheck, failed, record } from '../check-cases';
import { otherTenantId, tenantId } from '../contoso';

type Joined = readonly [entra: string, domain: string, enterprise: string];
const hybrid: Joined = ['YES', 'YES', 'NO'];
const joined: Joined = ['YES', 'NO', 'NO'];
const none: Joined = ['NO', 'YES', 'NO'];

const client = (
  name: string,
  [AzureAdJoined, DomainJoined, EnterpriseJoined]: Joined = hybrid,
  more: Readonly<Record<string, string>> = {},
) =>
  record('client.dsregcmd', name, {
    deviceName: name,
    fields: { AzureAdJoined, EnterpriseJoined, DomainJoined, TenantId: tenantId, ...more },
    sections: ['Device State', 'Tenant Details'],
    lines: {},
  });
const truncated = record('client.dsregcmd', 'pc0431', {
  deviceName: 'pc0431',
  fields: { AzureAdPrt: 'YES' },
  sections: ['SSO State'],
  lines: {},
});
const organization = record('entra.organization', tenantId, {
  tenantId,
  displayName: 'Contoso',
  verifiedDomains: [],
  assignedPlans: [],
});
const fleet = (count: number) => Array.from({ length: count }, (_, index) => client(`pc${500 + index}`));
const joinedOnly = { joinTypes: { hybridJoined: false, entraJoined: true } };
const both = { joinTypes: { hybridJoined: true, entraJoined: true } };

const pilot = record('ad.pilot-computers', 'contoso.com', {
  total: 1,
  populationFound: true,
  computers: [
    {
      distinguishedName: 'CN=PC0417,OU=WHFB Pilot,DC=contoso,DC=com',
      objectSid: 'S-1-5-21-1004336348-1177238915-682003330-4417',
      objectGuid: '5820fbe9-60c8-43b0-bb11-44aee233e4e7',
      name: 'PC0417',
    },
  ],
});
const pilotUnit = { pilotComputers: { kind: 'unit', unit: 'OU=WHFB Pilot,DC=contoso,DC=com' } } as const;

describeCheck(check, [
  {
    name: 'a hybrid joined client',
    evidence: [client('pc0417'), organization],
    outcome: 'pass',
    says: ['1 client'],
    objects: { 'client:pc0417': 'pass' },
    differs: [],
  },
  {
    name: 'an Entra joined client',
    evidence: [client('pc0417', joined)],
    scope: joinedOnly,
    outcome: 'pass',
    differs: [],
  },
  {
    name: 'both types in scope',
    evidence: [client('pc0417'), client('pc0418', joined)],
    scope: both,
    outcome: 'pass',
    says: ['2 clients'],
    differs: [],
  },
  {
    name: 'a remote session matters elsewhere',
    evidence: [client('pc0417', hybrid, { SessionIsNotRemote: 'NO' })],
    outcome: 'pass',
  },
  {
    name: 'not joined, stopped at discovery',
    evidence: [client('pc0417', none, { 'Error Phase': 'discover', 'Client ErrorCode': '0x801c001d' })],
    outcome: 'fail',
    says: ['1 client is not joined to Entra ID: pc0417'],
    notes: { 'client:pc0417': 'phase discover, error 0x801c001d' },
    differs: ['AzureAdJoined'],
  },
  {
    name: '2 of 12 not joined',
    evidence: [...fleet(10), client('pc0417', none), client('pc0418', none)],
    outcome: 'fail',
    says: ['2 of 12 clients are not joined'],
    counts: { fail: 2, pass: 10 },
  },
  {
    name: 'joined to the on-premises service as well',
    evidence: [client('pc0417', ['YES', 'YES', 'YES'])],
    outcome: 'warning',
    notes: { 'client:pc0417': 'cannot coexist' },
    differs: ['EnterpriseJoined'],
  },
  { name: 'not joined but enterprise joined', evidence: [client('pc0417', ['NO', 'YES', 'YES'])], outcome: 'fail' },
  {
    name: 'Entra joined although only hybrid is in scope',
    evidence: [client('pc0417', joined)],
    outcome: 'warning',
    says: ['1 client has a join state'],
    notes: { 'client:pc0417': 'not in scope' },
  },
  {
    name: 'hybrid joined although only joined is in scope',
    evidence: [client('pc0417')],
    scope: joinedOnly,
    outcome: 'warning',
  },
  {
    name: 'the section is missing',
    evidence: [truncated],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { 'client:pc0431': 'AzureAdJoined, DomainJoined and EnterpriseJoined' },
  },
  {
    name: 'the section is missing on one of two',
    evidence: [client('pc0417'), truncated],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['1 of 2 clients', 'pc0431'],
  },
  {
    name: 'a value that is neither YES nor NO',
    evidence: [client('pc0417', ['JA', 'YES', 'NO'])],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'joined to another tenant',
    evidence: [client('pc0417', hybrid, { TenantId: otherTenantId }), organization],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'one output is two days old',
    evidence: [client('pc0417'), { ...client('pc0418'), collectedAt: '2026-11-20T15:00:00Z' }],
    outcome: 'unknown',
    reason: 'stale',
    objects: { 'client:pc0417': 'pass', 'client:pc0418': 'unknown' },
  },
  {
    name: 'one output could not be read',
    evidence: [client('pc0417'), failed('client.dsregcmd', 'pc0418', 'unreadable')],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'not joined beside one that could not be read',
    evidence: [client('pc0417', none), failed('client.dsregcmd', 'pc0418', 'unreadable')],
    outcome: 'fail',
    counts: { fail: 1, unknown: 1 },
  },
  {
    name: 'a client outside the pilot does not count',
    evidence: [client('pc0417'), client('pc0502', none), pilot],
    scope: pilotUnit,
    outcome: 'pass',
    says: ['1 client'],
    objects: { 'client:pc0417': 'pass', 'client:pc0502': 'not-applicable' },
    differs: [],
  },
  {
    name: 'no client of the pilot was collected',
    evidence: [client('pc0502', none), pilot],
    scope: pilotUnit,
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the pilot could not be read: every client counts',
    evidence: [client('pc0417'), client('pc0502', none), failed('ad.pilot-computers', 'contoso.com', 'access-denied')],
    scope: pilotUnit,
    outcome: 'fail',
    says: ['1 of 2 clients'],
  },
]);
