import check from '../../../../src-main/checks/prv/prv-003-entra-token.check';
import { describeCheck, record } from '../check-cases';
import { otherTenantId, tenantId } from '../contoso';
import { clientCases } from './client-cases';
import { client, clientWithoutCheck, idOf, pc1, pc2, variant } from './clients';

const updated = (time: string | undefined) => client(pc1, { AzureAdPrtUpdateTime: time });
const organization = (id: string) =>
  record('entra.organization', id, { tenantId: id, displayName: 'Contoso', verifiedDomains: [], assignedPlans: [] });

describeCheck(check, [
  {
    name: 'renewed two hours before',
    evidence: [client(pc1), organization(tenantId)],
    outcome: 'pass',
    notes: { [idOf(pc1)]: '1 hour before the capture' },
    objects: { [idOf(pc1)]: 'pass' },
  },
  { name: 'exactly four hours before', evidence: [updated('2026-11-22 05:00:00.000 UTC')], outcome: 'pass' },
  {
    name: 'a second more',
    evidence: [updated('2026-11-22 04:59:59.000 UTC')],
    outcome: 'warning',
    says: ['not renewed for more than four hours'],
    notes: { [idOf(pc1)]: 'four hours are normal' },
  },
  {
    name: 'four hours before the capture, not before the assessment',
    evidence: [updated('2026-11-22 06:00:00.000 UTC')],
    now: '2026-11-23T08:00:00Z',
    outcome: 'pass',
  },
  { name: 'provisioned, token fresh', evidence: [clientWithoutCheck(pc1, { NgcSet: 'YES' })], outcome: 'pass' },
  {
    name: 'no token',
    evidence: [client(pc1), client(pc2, variant.tokenFailing)],
    outcome: 'fail',
    severity: 'blocker',
    says: ['1 of 2 clients', pc2],
    notes: { [idOf(pc2)]: '0xc000006d, invalid_grant, AADSTS50126' },
  },
  { name: 'not joined', evidence: [client(pc1, variant.notJoined)], outcome: 'fail' },
  {
    name: 'a token of another tenant than the device’s',
    evidence: [client(pc1, { AzureAdPrtAuthority: `https://login.microsoftonline.com/${otherTenantId}` })],
    outcome: 'fail',
    notes: { [idOf(pc1)]: 'another tenant' },
  },
  {
    name: 'a token of another tenant than the assessed one',
    evidence: [client(pc1), organization(otherTenantId)],
    outcome: 'fail',
  },
  { name: 'no time of renewal', evidence: [updated(undefined)], outcome: 'unknown', reason: 'unreadable' },
  { name: 'a time in another form', evidence: [updated('22.11.2026 07:12')], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'renewed after the time of the capture',
    evidence: [updated('2026-11-22 11:00:00.000 UTC')],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'renewed a few minutes after, as clocks differ',
    evidence: [updated('2026-11-22 09:10:00.000 UTC')],
    outcome: 'pass',
  },
  {
    name: 'no line about the token',
    evidence: [client(pc1, { AzureAdPrt: undefined })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  ...clientCases(),
]);
