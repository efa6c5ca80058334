import check from '../../../../src-main/checks/mfa/mfa-004-azure-adapter.check';
import type { EntraServicePrincipal } from '../../../../src-shared/model/evidence/entra-policies';
import { describeCheck, failed, record } from '../check-cases';
import { describedStore } from '../described';
import { farm } from '../fed/farm-settings';
import { certificate } from '../pki/authorities';

const client = '981f26a1-7f43-403b-a875-f8b09b8cd720';
const scope = { mfaRoute: 'adfs-azure-mfa' } as const;
const [current, former] = ['C1'.repeat(20), 'C2'.repeat(20)];
const credential = (endDateTime: string, thumbprint?: string) => ({
  displayName: 'CN=4c1f, OU=Microsoft AD FS Azure MFA',
  endDateTime,
  ...(thumbprint === undefined ? {} : { thumbprint }),
});
const principals = (
  keyCredentials: EntraServicePrincipal['keyCredentials'],
  more: Partial<EntraServicePrincipal> = {},
) =>
  record('entra.service-principals', 'tenant', {
    servicePrincipals: [
      { appId: client, displayName: 'Azure Multi-Factor Auth Client', accountEnabled: true, keyCredentials, ...more },
    ],
    askedFor: [client],
  });
const node = (
  host: string,
  thumbprint = current,
  notAfter = '2027-06-02T08:00:00.000Z',
  subject = 'CN=4c1f, OU=Microsoft AD FS Azure MFA',
) =>
  record('host.certificates', `${host} machine`, {
    host,
    store: 'machine',
    certificates: [{ certificate: certificate({ subject, thumbprint, notAfter }) }],
  });
const nodes = (...hosts: readonly string[]) =>
  farm('adfs.farm-information', { nodes: hosts.map((host) => ({ host })) });
const [fs1, fs2] = ['fs01.contoso.com', 'fs02.contoso.com'];
const adapter = (thumbprint: string) => ({ thumbprint, subject: 'CN=4c1f, OU=Microsoft AD FS Azure MFA' });
const toldNode = (described: Parameters<typeof describedStore>[1]) =>
  describedStore({ host: fs1, store: 'machine' }, described);
const good = principals([credential('2027-06-02T08:00:00Z', current)]);
const id = (host: string): string => `adfs-node:${host}`;

describeCheck(check, [
  {
    name: 'known on both nodes',
    scope,
    evidence: [good, nodes(fs1, fs2), node(fs1), node(fs2)],
    outcome: 'pass',
    objects: { [id(fs1)]: 'pass', [id(fs2)]: 'pass' },
    differs: [],
  },
  {
    name: 'one node was not read',
    scope,
    evidence: [good, nodes(fs1, fs2), node(fs1)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no node was read',
    scope,
    evidence: [good],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['nodes of AD FS were not read'],
  },
  {
    name: 'the nodes were denied',
    scope,
    evidence: [good, failed('host.certificates', `${fs1} machine`, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'a certificate Entra ID does not know',
    scope,
    evidence: [good, nodes(fs1), node(fs1, former)],
    outcome: 'fail',
    severity: 'blocker',
    notes: { [id(fs1)]: 'does not know' },
  },
  {
    name: 'Entra ID tells no thumbprints',
    scope,
    evidence: [principals([credential('2027-06-02T08:00:00Z')]), nodes(fs1), node(fs1)],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'a node without one',
    scope,
    evidence: [good, nodes(fs1), node(fs1, current, '2027-06-02T08:00:00.000Z', 'CN=fs01')],
    outcome: 'fail',
    notes: { [id(fs1)]: 'no certificate' },
  },
  {
    name: 'expired on the node',
    scope,
    evidence: [good, nodes(fs1), node(fs1, current, '2026-11-01T08:00:00.000Z')],
    outcome: 'fail',
    notes: { [id(fs1)]: 'expired on 2026-11-01' },
  },
  {
    name: 'ends soon',
    scope,
    evidence: [
      principals([credential('2026-12-31T08:00:00Z', current)]),
      nodes(fs1),
      node(fs1, current, '2026-12-31T08:00:00.000Z'),
    ],
    outcome: 'warning',
    severity: 'high',
    says: ['38 days left'],
  },
  {
    name: 'expired in Entra ID',
    scope,
    evidence: [principals([credential('2026-11-01T08:00:00Z', current)]), nodes(fs1), node(fs1)],
    outcome: 'fail',
    says: ['expired'],
  },
  { name: 'none in Entra ID', scope, evidence: [principals([])], outcome: 'fail', says: ['no certificate'] },
  {
    name: 'disabled',
    scope,
    evidence: [principals([credential('2027-06-02T08:00:00Z', current)], { accountEnabled: false })],
    outcome: 'fail',
    says: ['disabled'],
  },
  {
    name: 'not in the tenant',
    scope,
    evidence: [record('entra.service-principals', 'tenant', { servicePrincipals: [], askedFor: [client] })],
    outcome: 'fail',
    says: ['never set up'],
  },
  {
    name: 'not among saved answers',
    scope,
    evidence: [record('entra.service-principals', 'tenant', { servicePrincipals: [] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'another route', evidence: [good], outcome: 'not-applicable' },
  {
    name: 'described, known to Entra ID',
    scope,
    evidence: [good, nodes(fs1), toldNode([adapter(current)])],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id(fs1)]: 'a certificate of the adapter that Entra ID knows, but its dates' },
  },
  {
    name: 'described, not known to Entra ID',
    scope,
    evidence: [good, toldNode([adapter(former), { subject: '' }])],
    outcome: 'fail',
    notes: { [id(fs1)]: 'Entra ID does not know its certificate.' },
  },
  {
    name: 'described, without its thumbprint',
    scope,
    evidence: [good, nodes(fs1), toldNode([{ subject: adapter(former).subject }])],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'described, and none is of the adapter',
    scope,
    evidence: [good, nodes(fs1), toldNode([{ subject: 'CN=fs.contoso.com' }, { subject: '' }])],
    outcome: 'fail',
    notes: { [id(fs1)]: 'no certificate of the adapter' },
  },
  {
    name: 'described without a name',
    scope,
    evidence: [good, nodes(fs1), toldNode([{ thumbprint: current }])],
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id(fs1)]: 'names were not told' },
  },
]);
