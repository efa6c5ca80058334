import check from '../../../../src-main/checks/dir/dir-007-site-controllers.check';
import { describeCheck, failed, record } from '../check-cases';
import { dnOf } from '../contoso';
import { answer, partitionsOf, site, siteServer, sitesOf, state } from '../sites';

const dc = siteServer('DC1');
const rodc = siteServer('RO1', { directoryService: 'read-only' });
const leftover = siteServer('OLD', { directoryService: 'none' });
const emeaDc = siteServer('EM1', {}, 'emea.contoso.com');
const berlin = site('Berlin', [dc]);
const zurich = 'contoso.com/Zürich';
const service = '_kerberos._tcp.zürich._sites.contoso.com';
const forestOnly = partitionsOf(['contoso.com']);
const twoDomains = partitionsOf(['contoso.com', 'emea.contoso.com']);
const computers = (target: string, total: number) =>
  record('ad.pilot-computers', target, { total, computers: [], populationFound: true });

describeCheck(check, [
  {
    name: 'a writable controller in each site',
    evidence: [sitesOf([berlin, site('Zürich', [siteServer('DC2')])])],
    outcome: 'pass',
    says: ['2 client sites checked', 'not kept in AD'],
    objects: { 'contoso.com/Berlin': 'pass', [zurich]: 'pass' },
  },
  { name: 'one site', evidence: [sitesOf([berlin])], outcome: 'not-applicable', says: ['one site'] },
  {
    name: 'read-only controllers only',
    evidence: [sitesOf([berlin, site('Zürich', [rodc])])],
    outcome: 'warning',
    severity: 'low',
    says: ['1 of 2 client sites has', 'Zürich'],
    notes: { [zurich]: 'read-only' },
  },
  {
    name: 'a site without subnets has no clients',
    evidence: [sitesOf([berlin, site('Zürich', [siteServer('DC2')]), site('Hub', [], [])])],
    outcome: 'pass',
    objects: { 'contoso.com/Berlin': 'pass', [zurich]: 'pass', 'contoso.com/Hub': 'not-applicable' },
  },
  {
    name: 'no subnets at all',
    evidence: [sitesOf([site('Berlin', [dc], []), site('Zürich', [], [])])],
    outcome: 'warning',
    says: ['None of the 2 sites has a subnet'],
  },
  {
    name: 'subnets without a site',
    evidence: [sitesOf([berlin, site('Zürich', [siteServer('DC2')])], ['10.9.0.0/16'])],
    outcome: 'warning',
    says: ['1 subnet without a site: 10.9.0.0/16'],
  },
  {
    name: 'covered from another site',
    evidence: [
      sitesOf([berlin, site('Zürich', [leftover])]),
      forestOnly,
      answer(service, 'SRV', ['0 100 88 dc1.contoso.com']),
    ],
    outcome: 'pass',
    notes: { [zurich]: 'covered by dc1.contoso.com' },
  },
  {
    name: 'covered by a read-only controller',
    evidence: [
      sitesOf([site('Berlin', [dc, rodc]), site('Zürich')]),
      forestOnly,
      answer(service, 'SRV', ['0 100 88 ro1.contoso.com']),
    ],
    outcome: 'warning',
    notes: { [zurich]: 'read-only' },
  },
  {
    name: 'covered by nobody',
    evidence: [sitesOf([berlin, site('Zürich')]), forestOnly, answer(service, 'SRV', 'no-such-name')],
    outcome: 'warning',
    notes: { [zurich]: 'none registers for it' },
  },
  {
    name: 'DNS gave no answer about coverage',
    evidence: [sitesOf([berlin, site('Zürich')]), forestOnly, failed('dns.answer', `${service} srv`, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['Zürich'],
  },
  {
    name: 'coverage was not asked about',
    evidence: [sitesOf([berlin, site('Zürich')]), forestOnly],
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [zurich]: 'DNS was not asked' },
  },
  {
    name: 'the only controller of a site keeps silent',
    evidence: [
      sitesOf([berlin, site('Zürich', [siteServer('DC2')])]),
      state('dc1.contoso.com'),
      failed('ad.controller-state', 'dc2.contoso.com', 'unreachable'),
    ],
    outcome: 'unknown',
    reason: 'unreachable',
    notes: { [zurich]: 'none of them answered' },
  },
  {
    name: 'the only controller of a site refuses Kerberos',
    evidence: [
      sitesOf([berlin, site('Zürich', [siteServer('DC2')])]),
      state('dc1.contoso.com'),
      state('dc2.contoso.com', 'refused'),
    ],
    outcome: 'warning',
    notes: { [zurich]: 'takes Kerberos' },
  },
  {
    name: 'a controller of a domain without pilot does not count',
    evidence: [
      sitesOf([berlin, site('Zürich', [emeaDc])]),
      twoDomains,
      computers('contoso.com', 5),
      record('ad.pilot-users', 'contoso.com', {
        total: 5,
        suffixes: [],
        withoutUpn: { count: 0, users: [] },
        populationFound: true,
      }),
      computers('emea.contoso.com', 0),
      record('ad.pilot-users', 'emea.contoso.com', {
        total: 0,
        suffixes: [],
        withoutUpn: { count: 0, users: [] },
        populationFound: true,
      }),
      answer(service, 'SRV', 'empty'),
    ],
    outcome: 'warning',
    objects: { 'contoso.com/Berlin': 'pass', [zurich]: 'warning' },
  },
  {
    name: 'a controller of a domain that may hold the pilot counts',
    evidence: [sitesOf([berlin, site('Zürich', [emeaDc])]), twoDomains, computers('contoso.com', 5)],
    outcome: 'pass',
  },
  {
    name: 'the pilot units lie in one domain',
    evidence: [sitesOf([berlin, site('Zürich', [emeaDc])]), twoDomains, answer(service, 'SRV', 'no-such-name')],
    scope: {
      pilotUsers: { kind: 'unit', unit: `OU=Staff,${dnOf('contoso.com')}` },
      pilotComputers: { kind: 'unit', unit: `OU=PCs,${dnOf('contoso.com')}` },
    },
    outcome: 'warning',
  },
  {
    name: 'a forest of the scope that nobody read',
    evidence: [sitesOf([berlin])],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'a second forest that was refused',
    evidence: [
      sitesOf([berlin, site('Zürich', [siteServer('DC2')])]),
      failed('ad.sites', 'fabrikam.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
