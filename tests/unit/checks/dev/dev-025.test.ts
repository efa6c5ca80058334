import check from '../../../../src-main/checks/dev/dev-025-competing-discovery.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { DnsAnswer } from '../../../../src-shared/model/evidence/forest';
import { describeCheck, failed, record } from '../check-cases';
import { pilotUsers } from '../dir/pilot-users';
import { answer } from '../sites';

type Reply = readonly string[] | Exclude<DnsAnswer['result'], 'answered'>;
const cloudHost = 'enterpriseregistration.windows.net';
const name = (suffix: string): string => `enterpriseregistration.${suffix}`;
const dns = (alias: Reply, a: Reply = alias, aaaa: Reply = a, suffix = 'contoso.com'): readonly EvidenceRecord[] => [
  answer(name(suffix), 'CNAME', alias),
  answer(name(suffix), 'A', a),
  answer(name(suffix), 'AAAA', aaaa),
];
const contract = (cloudStatus?: number, suffix = 'contoso.com') =>
  record('entra.registration-contract', suffix, {
    suffix,
    ownPointsToCloud: false,
    ...(cloudStatus === undefined ? {} : { cloudStatus }),
  });
const pilot = pilotUsers({ 'contoso.com': 12 });
const id = 'suffix:contoso.com';

describeCheck(check, [
  {
    name: 'no such name',
    evidence: [pilot, ...dns('no-such-name'), contract(200)],
    outcome: 'pass',
    says: ['1 UPN suffix'],
    objects: { [id]: 'pass' },
    notes: { [id]: 'Does not exist' },
  },
  {
    name: 'an alias of the cloud',
    evidence: [pilot, ...dns([cloudHost], ['20.190.0.1']), contract(200)],
    outcome: 'pass',
    notes: { [id]: 'Leads to the cloud' },
  },
  {
    name: 'the cloud of 21Vianet',
    evidence: [pilot, ...dns(['enterpriseregistration.partner.microsoftonline.cn']), contract(200)],
    outcome: 'pass',
  },
  {
    name: 'an alias of AD FS',
    evidence: [pilot, ...dns(['fs.contoso.com'], ['10.0.0.5']), contract(200)],
    outcome: 'warning',
    severity: 'low',
    says: ['1 of 1 UPN suffix', 'fs.contoso.com'],
  },
  {
    name: 'an alias that only looks like the cloud',
    evidence: [pilot, ...dns(['enterpriseregistration.windows.net.contoso.com'])],
    outcome: 'warning',
  },
  {
    name: 'an address of a server of their own',
    evidence: [pilot, ...dns('empty', ['10.0.0.5'], 'empty'), contract(200)],
    outcome: 'warning',
    notes: { [id]: '10.0.0.5' },
  },
  {
    name: 'a name without records of these types',
    evidence: [pilot, ...dns('empty'), contract(200)],
    outcome: 'pass',
  },
  {
    name: 'DNS gave no answer',
    evidence: [pilot, failed('dns.answer', 'enterpriseregistration.contoso.com cname', 'unreachable'), contract(200)],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [id]: 'unreachable' },
  },
  {
    name: 'only one of three questions was answered',
    evidence: [pilot, ...dns('no-such-name').slice(0, 1), contract(200)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'DNS was not asked', evidence: [pilot, contract(200)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'the contract was not read',
    evidence: [pilot, ...dns('no-such-name')],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [id]: 'was not read' },
  },
  {
    name: 'the contract was refused to us',
    evidence: [pilot, ...dns('no-such-name'), failed('entra.registration-contract', 'contoso.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the cloud is silent',
    evidence: [pilot, ...dns('no-such-name'), contract()],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the cloud is busy',
    evidence: [pilot, ...dns('no-such-name'), contract(503)],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the cloud does not know the suffix',
    evidence: [pilot, ...dns('no-such-name'), contract(404)],
    outcome: 'warning',
    notes: { [id]: 'HTTP status 404' },
  },
  {
    name: 'one of two suffixes',
    evidence: [
      pilotUsers({ 'contoso.com': 12, 'fabrikam.com': 3 }),
      ...dns('no-such-name'),
      contract(200),
      ...dns(['adfs.fabrikam.com'], ['10.0.0.6'], 'empty', 'fabrikam.com'),
      contract(200, 'fabrikam.com'),
    ],
    outcome: 'warning',
    says: ['1 of 2 UPN suffixes'],
    objects: { [id]: 'pass', 'suffix:fabrikam.com': 'warning' },
  },
  {
    name: 'suffixes nobody can register',
    evidence: [pilotUsers({ 'contoso.local': 12 })],
    outcome: 'not-applicable',
    says: ['DIR-016'],
  },
  { name: 'no pilot user', evidence: [pilotUsers({})], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'users of another domain were not read',
    evidence: [
      pilot,
      ...dns('no-such-name'),
      contract(200),
      failed('ad.pilot-users', 'emea.contoso.com', 'unreachable'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
