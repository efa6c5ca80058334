import check from '../../../../src-main/checks/prv/prv-016-certificate-sign-in.check';
import type { HostEvent } from '../../../../src-shared/model/evidence/host';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf, forest } from '../contoso';
import { describedStore } from '../described';
import { identity, pilotWith, sidOf } from '../pilot-traits';
import { certificate } from '../pki/authorities';
import { helloTemplate, templatesOf, usage } from '../pki/templates';

const [imke, jörg] = [sidOf(1), sidOf(2)];
const [own, card] = ['AB'.repeat(20), 'CD'.repeat(20)];
const templateOid = '1.3.6.1.4.1.311.21.8.1.2.3';

interface Attempt {
  readonly account?: string;
  readonly sid?: string;
  readonly status?: string;
  readonly type?: string;
  readonly thumbprint?: string;
  readonly time?: string;
}
/** In the order of the event's data (catalogue A.11). */
const ticket = ({
  account = 'imke.brandt',
  sid = imke,
  status = '0x0',
  type = '16',
  thumbprint = own,
  time = '20T10:00',
}: Attempt = {}): HostEvent => ({
  id: 4768,
  time: `2026-11-${time}:00.000Z`,
  parameters: [
    account,
    'CONTOSO',
    sid,
    'krbtgt',
    'S-1-5-21-1-502',
    '0x40810010',
    status,
    '0x12',
    type,
    '::ffff:10.0.0.5',
    '0',
    'Contoso Issuing CA 1',
    '6100000003',
    thumbprint,
  ],
});
const failure = ({
  account = 'imke.brandt',
  sid = imke,
  status = '0x3e',
  type = '16',
  thumbprint = '',
  time = '21T10:00',
}: Attempt = {}): HostEvent => ({
  id: 4771,
  time: `2026-11-${time}:00.000Z`,
  parameters: [account, sid, 'krbtgt/CONTOSO', '0x40810010', status, type, '::ffff:10.0.0.5', '0', '', '', thumbprint],
});
const security = (...events: readonly HostEvent[]) =>
  record('host.events', 'dc01.contoso.com Security', { host: 'dc01.contoso.com', log: 'Security', events });
const stored = record('host.certificates', 'pc0417.contoso.com user', {
  host: 'pc0417.contoso.com',
  store: 'user',
  certificates: [
    {
      certificate: certificate({ thumbprint: own, extendedKeyUsage: [usage.smartCardLogon] }),
      provider: 'Microsoft Passport Key Storage Provider',
    },
    {
      certificate: certificate({ thumbprint: card, extendedKeyUsage: [usage.smartCardLogon] }),
      provider: 'Microsoft Base Smart Card Crypto Provider',
    },
  ],
});
const toldStore = (more: Parameters<typeof describedStore>[1][number]) =>
  describedStore({ host: 'pc0417.contoso.com', store: 'user' }, [
    { thumbprint: own, provider: 'Microsoft Passport Key Storage Provider', ...more },
  ]);
const issued = (template: string) =>
  record('ca.issued-certificates', 'Contoso Issuing CA 1', {
    authority: 'Contoso Issuing CA 1',
    certificates: [{ requester: 'CONTOSO\\imke.brandt', template, thumbprint: own.toLowerCase() }],
    failures: [],
  });
const templates = templatesOf([helloTemplate({ oid: templateOid })]);
const inGroup = { pilotUsers: { kind: 'group', group: `CN=WHFB Pilot,${dnOf(forest)}` } } as const;
const pilot = pilotWith({ identities: [identity(1)] });

describeCheck(check, [
  {
    name: 'a ticket for the certificate in the store',
    evidence: [security(ticket()), stored],
    outcome: 'pass',
    objects: { [imke]: 'pass' },
  },
  {
    name: 'a ticket for a certificate of the template',
    evidence: [security(ticket()), issued(templateOid), templates],
    outcome: 'pass',
  },
  {
    name: 'a ticket for a certificate of another template',
    evidence: [security(ticket()), issued('SmartcardUser'), templates],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a ticket for a smart card',
    evidence: [security(ticket({ thumbprint: card })), stored],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['smart card'],
  },
  {
    name: 'a ticket, nothing to compare with',
    evidence: [security(ticket())],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'somebody else used a smart card',
    evidence: [security(ticket(), ticket({ account: 'jörg', sid: jörg, thumbprint: card })), stored],
    outcome: 'pass',
    objects: { [imke]: 'pass', [jörg]: 'info' },
  },
  ...(
    [
      ['0x3e', 'does not trust'],
      ['0x42', 'not mapped'],
      ['0x4B', 'name in the certificate'],
      ['0x10', 'no certificate it can use'],
      ['0x48', 'revoked'],
    ] as const
  ).map(([status, words]) => ({
    name: `refused with ${status}`,
    evidence: [security(failure({ status })), stored],
    outcome: 'fail' as const,
    severity: 'high' as const,
    says: [words],
    objects: { [imke]: 'fail' as const },
  })),
  {
    name: 'refused with event 4768',
    evidence: [security(ticket({ status: '0x42', sid: 'S-1-0-0' }))],
    outcome: 'fail',
    objects: { 'account:imke.brandt': 'fail' },
  },
  {
    name: 'refused after it had worked',
    evidence: [security(ticket(), failure()), stored],
    outcome: 'fail',
    says: ['had worked before'],
  },
  {
    name: 'works after it was refused',
    evidence: [security(failure({ time: '19T10:00' }), ticket()), stored],
    outcome: 'pass',
  },
  {
    name: 'no ticket for another reason',
    evidence: [security(failure({ status: '0x12' })), stored],
    outcome: 'warning',
    says: ['0x12'],
  },
  {
    name: 'a name with its suffix',
    evidence: [security(ticket({ account: 'imke.brandt@contoso.com' }), failure({ time: '19T10:00' })), stored],
    outcome: 'pass',
    objects: { [imke]: 'pass' },
  },
  {
    name: 'sign-in by password',
    evidence: [security(ticket({ type: '2' }), failure({ type: '2' })), stored],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['not audited'],
  },
  {
    name: 'computers only',
    evidence: [security(ticket({ account: 'PC0417$' })), stored],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an event of another layout',
    evidence: [security({ id: 4768, time: '2026-11-20T10:00:00.000Z', parameters: ['16'] }), stored],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an empty log',
    evidence: [security(), stored],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['1 security log'],
  },
  {
    name: 'no security log',
    evidence: [
      record('host.events', 'dc01 System', { host: 'dc01', log: 'System', events: [] }),
      failed('host.events', 'dc01 Security', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'refused, but not of the pilot',
    evidence: [security(ticket(), failure({ account: 'jörg', sid: jörg })), stored, pilot],
    scope: inGroup,
    outcome: 'pass',
    objects: { [imke]: 'pass' },
  },
  {
    name: 'refused, and who is of the pilot was not read',
    evidence: [security(ticket(), failure({ account: 'jörg', sid: jörg })), stored],
    scope: inGroup,
    outcome: 'fail',
  },
  {
    name: 'a ticket for a certificate that is described',
    evidence: [security(ticket()), toldStore({ usages: { extendedKeyUsage: [usage.smartCardLogon] } })],
    outcome: 'pass',
  },
  {
    name: 'a ticket for one that may be for something else',
    evidence: [security(ticket()), toldStore({})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
