import check from '../../../../src-main/checks/tru/tru-002-cloud-kerberos-trust.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, guid } from '../contoso';
import { site, siteServer, sitesOf } from '../sites';
import { computers, controllers } from './cloud-trust-evidence';

const device = (index: number, operatingSystemVersion: string): EvidenceRecord =>
  record('entra.devices', 'tenant', {
    complete: true,
    devices: [
      {
        deviceId: guid(500 + index),
        displayName: `PC${index}`,
        trustType: 'ServerAd',
        onPremisesSecurityIdentifier: `${domainSid}-${4000 + index}`,
        operatingSystemVersion,
      },
    ],
  });
const berlin = 'contoso.com/Berlin';
const oneSite = sitesOf([site('Berlin', [siteServer('DC1')])]);
const current = controllers({ DC1: 20_348 });
const clients = computers([22_631, 26_100, 19_045]);

describeCheck(check, [
  {
    name: 'controllers and clients are fit',
    evidence: [oneSite, current, clients],
    outcome: 'pass',
    severity: 'info',
    says: ['would work', 'Run as'],
  },
  {
    name: 'set up already',
    evidence: [oneSite, controllers({ DC1: 26_100 }, true), clients],
    outcome: 'pass',
    objects: {
      [berlin]: 'pass',
      'clients:22631': 'pass',
      'clients:26100': 'pass',
      'clients:19045': 'pass',
    },
  },
  {
    name: 'a site with controllers too old',
    evidence: [
      sitesOf([site('Berlin', [siteServer('DC1')]), site('Zürich', [siteServer('DC2')])]),
      controllers({ DC1: 20_348, DC2: 9600 }),
      clients,
    ],
    outcome: 'fail',
    says: ['1 of 2 sites has', 'Zürich'],
  },
  {
    name: 'a site with a read-only controller only',
    evidence: [
      sitesOf([
        site('Berlin', [siteServer('DC1')]),
        site('Zürich', [siteServer('RO', { directoryService: 'read-only' })]),
      ]),
      current,
      clients,
    ],
    outcome: 'fail',
    notes: { 'contoso.com/Zürich': 'no writable' },
  },
  {
    name: 'a client site without a controller',
    evidence: [sitesOf([site('Berlin', [siteServer('DC1')]), site('Zürich')]), current, clients],
    outcome: 'fail',
  },
  {
    name: 'a site without subnets and controllers does not count',
    evidence: [sitesOf([site('Berlin', [siteServer('DC1')]), site('Hub', [], [])]), current, clients],
    outcome: 'pass',
  },
  {
    name: 'Windows Server 2016, whose updates AD does not tell',
    evidence: [oneSite, controllers({ DC1: 14_393 }), clients],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['KB4534307'],
  },
  {
    name: 'Windows Server 2019 beside 2022',
    evidence: [
      sitesOf([site('Berlin', [siteServer('DC2'), siteServer('DC1')])]),
      controllers({ DC1: 20_348, DC2: 17_763 }),
      clients,
    ],
    outcome: 'pass',
  },
  {
    name: 'a controller of a domain that was not read',
    evidence: [sitesOf([site('Berlin', [siteServer('XX')])]), current, clients],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'clients too old, which can be updated',
    evidence: [oneSite, current, computers([17_763, 22_631], 'Windows 10 Enterprise')],
    outcome: 'warning',
    says: ['after some clients are updated'],
    objects: { [berlin]: 'pass', 'clients:17763': 'warning', 'clients:22631': 'pass' },
  },
  {
    name: 'Windows 10 21H2, whose updates AD does not tell',
    evidence: [oneSite, current, computers([19_044])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['KB5010415'],
  },
  {
    name: 'the same with the version Entra ID knows',
    evidence: [oneSite, current, computers([19_044]), device(0, '10.0.19044.1706')],
    outcome: 'pass',
  },
  {
    name: 'the same without the update',
    evidence: [oneSite, current, computers([19_044]), device(0, '10.0.19044.1288')],
    outcome: 'warning',
  },
  {
    name: 'Entra ID knows an older build than AD',
    evidence: [oneSite, current, computers([22_000]), device(0, '10.0.19044.1706')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'builds not returned',
    evidence: [oneSite, controllers({ DC1: undefined }), computers([undefined])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'servers in the pilot unit do not count',
    evidence: [oneSite, current, computers([14_393], 'Windows Server 2016 Standard')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['No pilot computer'],
  },
  {
    name: 'a domain could not be read',
    evidence: [oneSite, current, clients, failed('ad.domain-controllers', 'emea.contoso.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
