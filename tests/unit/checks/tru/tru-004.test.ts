import check from '../../../../src-main/checks/tru/tru-004-federation-plan.check';
import { answered, tooOld } from '../answers';
import { describeCheck, failed } from '../check-cases';
import { farm } from '../fed/farm-settings';
import { systemOf } from '../hosts';

const node = (host: string, build?: number) =>
  systemOf(host, { role: 'adfs', ...(build === undefined ? {} : { build }) });
const [one, two] = ['fs01.contoso.com', 'fs02.contoso.com'];
const keep = answered('adfs-plan', 'keep');
const both = farm('adfs.farm-information', { nodes: [{ host: one }, { host: two }] });

describeCheck(check, [
  {
    name: 'it stays and is up to date',
    evidence: [keep, both, node(one, 20_348), node(two, 26_100)],
    outcome: 'pass',
    severity: 'info',
    objects: { [`host:${one}`]: 'pass', [`host:${two}`]: 'pass' },
  },
  {
    name: 'it goes, but later',
    evidence: [answered('adfs-plan', 'retire-later'), node(one, 20_348)],
    outcome: 'pass',
    says: ['more than 24 months'],
  },
  {
    name: 'a node of 2016',
    evidence: [keep, node(one, 14_393), node(two, 20_348)],
    outcome: 'warning',
    severity: 'medium',
    says: ['1 of 2 AD FS nodes runs Windows Server 2016 or older (fs01.contoso.com)', '12 January 2027'],
    differs: [one],
  },
  {
    name: 'a node of 2012 R2, and nobody was asked',
    evidence: [node(one, 9600)],
    outcome: 'warning',
    severity: 'medium',
    says: ['was not asked'],
  },
  {
    name: 'it goes soon',
    evidence: [answered('adfs-plan', 'retire-within-24-months'), node(one, 20_348)],
    outcome: 'warning',
    severity: 'info',
    says: ['within 24 months', 'Cloud Kerberos trust'],
  },
  {
    name: 'it goes soon, nodes not read',
    evidence: [answered('adfs-plan', 'retire-within-24-months')],
    outcome: 'warning',
    severity: 'info',
  },
  { name: 'not decided', evidence: [answered('adfs-plan', 'undecided'), node(one, 20_348)], outcome: 'warning' },
  {
    name: 'it stays, a node was not read',
    evidence: [keep, both, node(one, 20_348)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fs02.contoso.com'],
  },
  { name: 'it stays, no node was read', evidence: [keep], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'it stays, nodes denied',
    evidence: [keep, failed('host.system', one, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'it stays, a build was not returned',
    evidence: [keep, node(one)],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  { name: 'not asked', evidence: [node(one, 20_348)], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'other machines of 2016 are no nodes',
    evidence: [keep, node(one, 20_348), systemOf('ca01.contoso.com', { role: 'ca', build: 14_393 })],
    outcome: 'pass',
    objects: { [`host:${one}`]: 'pass' },
  },
  {
    name: 'AD FS is not the registration authority',
    evidence: [keep],
    scope: { registrationAuthority: { hybridJoined: 'none', entraJoined: 'none' } },
    outcome: 'not-applicable',
  },
  {
    name: 'an answer too old to count',
    evidence: [tooOld(answered('adfs-plan', 'keep'))],
    outcome: 'unknown',
    reason: 'stale',
  },
]);
