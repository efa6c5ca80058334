import check from '../../../../src-main/checks/prv/prv-012-reported-codes.check';
import { describeCheck, failed } from '../check-cases';
import { answered } from '../mfa/answers';
import { events } from './client-hosts';
import { client, pc1, pc2, variant } from './clients';

const said = (code: string) => answered('reported-code', code);
const event = (id: number, parameters: readonly string[], level = 2) => ({
  id,
  level,
  time: '2026-11-22T08:00:00.000Z',
  parameters,
});

describeCheck(check, [
  {
    name: 'a code somebody reports',
    evidence: [said('0x801C03ED')],
    outcome: 'info',
    says: ['0x801c03ed', 'second factor', 'Imke Brandt'],
    objects: { 'code:0x801c03ed': 'info' },
  },
  {
    name: 'codes of the join and of the token',
    evidence: [
      client(pc1, variant.tokenFailing),
      client(pc2, { 'Client ErrorCode': '0x801c001d', 'AD Configuration Test': 'FAIL [0x80070002]' }),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['0x80070002'],
    objects: { 'code:0xc000006d': 'info', 'code:0x801c001d': 'info', 'code:0x80070002': 'unknown' },
    notes: { 'code:0xc000006d': pc1 },
  },
  {
    name: 'codes in events, in hexadecimal and in decimal',
    evidence: [
      events(pc1, [event(304, ['auto', '0x801c03f2']), event(304, ['2149319666']), event(305, ['-2145647539'])]),
    ],
    outcome: 'info',
    objects: { 'code:0x801c03f2': 'info', 'code:0x801c044d': 'info' },
    notes: { 'code:0x801c03f2': pc1 },
  },
  {
    name: 'numbers in events that are no codes, and events that only inform',
    evidence: [client(pc1), events(pc1, [event(304, ['2147483647', '12']), event(300, ['0x801c03f2'], 4)])],
    outcome: 'not-applicable',
  },
  {
    name: 'another log',
    evidence: [client(pc1), events(pc1, [event(10, ['0x801c03f2'])], 'Application')],
    outcome: 'not-applicable',
  },
  {
    name: 'a code this version does not know',
    evidence: [said('0x801C9999')],
    outcome: 'unknown',
    reason: 'unreadable',
    says: ['0x801c9999'],
  },
  { name: 'a code of success is none', evidence: [client(pc1, { 'HTTP Error': '0x0' })], outcome: 'not-applicable' },
  { name: 'an answer that is no code', evidence: [said('blue screen')], outcome: 'not-applicable' },
  {
    name: 'clients denied',
    evidence: [failed('client.dsregcmd', pc1, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);
