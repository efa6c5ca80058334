import check from '../../../../src-main/checks/prv/prv-018-device-limits.check';
import { describeCheck, failed } from '../check-cases';
import { guid } from '../contoso';
import { answered } from '../mfa/answers';
import { helloKey, holder, keysOf, pilotWith } from '../pilot-traits';
import { system } from './client-hosts';
import { idOf, pc1, pc2 } from './clients';

const said = (answer: string) => answered('users-per-device', answer);
const chip = (host: string, isLockedOut?: boolean) =>
  system(host, { tpm: { isReady: true, ...(isLockedOut === undefined ? {} : { isLockedOut }) } });
const keysOn = (people: number, more: Parameters<typeof keysOf>[1] = {}) =>
  pilotWith({
    keys: keysOf(
      Array.from({ length: people }, (_, index) => holder(index + 1, [helloKey()])),
      more,
    ),
  });

describeCheck(check, [
  {
    name: 'few people, chips not locked',
    evidence: [said('3'), chip(pc1, false), chip(pc2, false)],
    outcome: 'pass',
    objects: { 'answer:users-per-device': 'pass', [idOf(pc1)]: 'pass', [idOf(pc2)]: 'pass' },
    says: ['2 TPMs'],
  },
  { name: 'ten people', evidence: [said('10'), chip(pc1, false)], outcome: 'pass' },
  {
    name: 'eleven people',
    evidence: [said('11'), chip(pc1, false)],
    outcome: 'warning',
    severity: 'low',
    says: ['11'],
  },
  {
    name: 'keys in AD tell ten people',
    evidence: [keysOn(10), chip(pc1, false)],
    outcome: 'pass',
    objects: { 'devices:keys': 'pass', [idOf(pc1)]: 'pass' },
  },
  {
    name: 'keys in AD tell eleven people',
    evidence: [said('2'), keysOn(11), chip(pc1, false)],
    outcome: 'warning',
    objects: { 'answer:users-per-device': 'pass', [guid(417)]: 'warning', [idOf(pc1)]: 'pass' },
    notes: { [guid(417)]: '11 people' },
  },
  {
    name: 'not all holders of keys were kept',
    evidence: [keysOn(2, { holderCount: 30_000 }), chip(pc1, false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a chip that is locked',
    evidence: [said('1'), chip(pc1, true), chip(pc2, false)],
    outcome: 'warning',
    objects: { 'answer:users-per-device': 'pass', [idOf(pc1)]: 'warning', [idOf(pc2)]: 'pass' },
  },
  {
    name: 'a chip read without the rights',
    evidence: [said('1'), chip(pc1)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['administrator'],
  },
  {
    name: 'nobody asked and no key in AD',
    evidence: [chip(pc1, false)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['neither asked'],
  },
  {
    name: 'denied',
    evidence: [said('1'), failed('host.system', pc1, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'nothing collected', evidence: [], outcome: 'unknown', reason: 'not-collected' },
]);
