import check from '../../../../src-main/checks/tru/tru-011-operating-cost.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { answered, tooOld } from '../answers';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { helloTemplate, templatesOf } from '../pki/templates';

const users = (total: number, populationFound = true): EvidenceRecord =>
  record('ad.pilot-users', forest, {
    total,
    suffixes: [],
    withoutUpn: { count: 0, users: [] },
    populationFound,
  });
const templates = templatesOf([helloTemplate()]);
const one = [templates, authoritiesOf([authority()])];
const two = [
  templates,
  authoritiesOf([authority(), authority({ name: 'Contoso Issuing CA 2', objectGuid: guid(302) })]),
];
const devices = (number: number) => answered('certificates-per-user', String(number));

describeCheck(check, [
  {
    name: 'few',
    evidence: [users(1200), devices(2), ...one],
    outcome: 'info',
    severity: 'low',
    says: ['1200 users with 2 devices each come to 2400 per CA'],
  },
  {
    name: 'at the limit',
    evidence: [users(5000), devices(2), ...one],
    outcome: 'info',
    says: ['10000 per CA'],
  },
  {
    name: 'many and not sized',
    evidence: [users(5001), devices(2), answered('ca-sizing', 'no'), ...one],
    outcome: 'warning',
    severity: 'low',
    says: ['more than 10000 per CA', 'nothing was sized'],
  },
  {
    name: 'many for one CA, few for two',
    evidence: [users(9000), devices(2), answered('ca-sizing', 'no'), ...two],
    outcome: 'info',
    says: ['9000 per CA'],
  },
  {
    name: 'many and sized',
    evidence: [users(90_000), devices(3), answered('ca-sizing', 'yes'), ...one],
    outcome: 'info',
  },
  {
    name: 'many, sizing not asked',
    evidence: [users(9000), devices(2), ...one],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['whether it was sized'],
  },
  {
    name: 'too many users whatever their devices',
    evidence: [users(20_000), answered('ca-sizing', 'no'), ...one],
    outcome: 'warning',
  },
  {
    name: 'devices not asked',
    evidence: [users(500), ...one],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['on how many devices'],
  },
  {
    name: 'many, CAs not read',
    evidence: [users(9000), devices(2), answered('ca-sizing', 'no'), templates],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['which CAs'],
  },
  { name: 'few, CAs not read', evidence: [users(900), devices(1)], outcome: 'info', says: ['come to 900,'] },
  {
    name: 'pilot group not found',
    evidence: [users(0, false), devices(1), ...one],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'users denied',
    evidence: [failed('ad.pilot-users', forest, 'access-denied'), devices(1), ...one],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'an answer too old to count',
    evidence: [users(500), tooOld(devices(2)), ...one],
    outcome: 'unknown',
    reason: 'stale',
  },
]);
