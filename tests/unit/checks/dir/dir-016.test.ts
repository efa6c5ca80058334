import check from '../../../../src-main/checks/dir/dir-016-routable-suffixes.check';
import { describeCheck, failed } from '../check-cases';
import { pilotUsers, sidOfSample } from './pilot-users';

const unroutable = [
  'contoso.local',
  'contoso.lan',
  'contoso.corp',
  'contoso.internal',
  'contoso.intra',
  'contoso.home',
  'contoso.test',
  'contoso.invalid',
  'pc.localhost',
  'contoso.example',
  'ad.home.arpa',
  'contoso',
  'contoso.adroot',
  'co.uk',
  'com',
  '10.0.0.1',
  'a b.com',
];
const routable = [
  'contoso.com',
  'emea.contoso.co.uk',
  'contoso.onmicrosoft.com',
  'münchen.de',
  'xn--mnchen-3ya.de',
  'contoso.zip',
  'contoso.github.io',
];

describeCheck(check, [
  {
    name: 'public suffixes',
    evidence: [pilotUsers({ 'contoso.com': 240, 'fabrikam.de': 12 })],
    outcome: 'pass',
    says: ['All 2 UPN suffixes'],
    objects: { 'suffix:contoso.com': 'pass', 'suffix:fabrikam.de': 'pass' },
    counts: { pass: 252 },
    differs: [],
  },
  {
    name: 'a .local suffix among others',
    evidence: [pilotUsers({ 'contoso.com': 240, 'contoso.local': 3 })],
    outcome: 'fail',
    says: ['3 of 243 pilot users', 'contoso.local (3)'],
    objects: { 'suffix:contoso.com': 'pass', 'suffix:contoso.local': 'fail', [sidOfSample(1)]: 'fail' },
    counts: { pass: 240, fail: 3 },
    differs: ['contoso.local'],
  },
  ...unroutable.map((suffix) => ({
    name: suffix,
    evidence: [pilotUsers({ [suffix]: 2 })],
    outcome: 'fail' as const,
    says: [suffix],
  })),
  ...routable.map((suffix) => ({ name: suffix, evidence: [pilotUsers({ [suffix]: 2 })], outcome: 'pass' as const })),
  {
    name: 'no user has a UPN',
    evidence: [pilotUsers({}, 4)],
    outcome: 'not-applicable',
    says: ['None of the 4 pilot users'],
  },
  { name: 'an empty pilot', evidence: [pilotUsers({})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'a pilot group that does not exist',
    evidence: [pilotUsers({}, 0, { populationFound: false })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'a second domain that was refused',
    evidence: [pilotUsers({ 'contoso.com': 8 }), failed('ad.pilot-users', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
