import check from '../../../../src-main/checks/fed/fed-019-proxied-transport.check';
import type { WindowsTransportAnswer } from '../../../../src-shared/model/evidence/adfs';
import { describeCheck, failed, record } from '../check-cases';
import { endpoint, farm, farmId } from './farm-settings';

const settings = (...endpoints: readonly ReturnType<typeof endpoint>[]) => [
  farm('adfs.endpoint-settings', { endpoints }),
];

const outside = (...answers: readonly Omit<WindowsTransportAnswer, 'path'>[]) =>
  record('adfs.endpoints', 'fs.contoso.com from outside', {
    host: 'fs.contoso.com',
    outside: true,
    answers: [],
    windowsTransport: answers.map((answer, index) => ({
      path: `/adfs/services/trust/${index === 0 ? '2005' : '13'}/windowstransport`,
      ...answer,
    })),
  });
const gone = { status: 503, offersWindows: false };

describeCheck(check, [
  {
    name: 'not there when asked from outside',
    evidence: [outside(gone, gone)],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'asks for Windows authentication outside, whatever the export says',
    evidence: [
      ...settings(endpoint('2005/windowstransport', true, false), endpoint('13/windowstransport', true, false)),
      outside({ status: 401, offersWindows: true }, gone),
    ],
    outcome: 'fail',
    severity: 'high',
    says: ['/adfs/services/trust/2005/windowstransport asks'],
  },
  {
    name: 'no answer from outside',
    evidence: [outside(gone, { offersWindows: false, problem: 'No answer in time.' })],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'another demand from outside',
    evidence: [outside({ status: 401, offersWindows: false }, gone)],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'the export decides where the answers do not',
    evidence: [
      ...settings(endpoint('2005/windowstransport', true, false), endpoint('13/windowstransport', true, false)),
      outside({ offersWindows: false, problem: 'No answer in time.' }),
    ],
    outcome: 'pass',
  },
  {
    name: 'asked from inside only',
    evidence: [farm('adfs.endpoints', { host: 'fs.contoso.com', answers: [] })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the export was denied',
    evidence: [failed('adfs.endpoint-settings', 'fs.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'both off the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, false), endpoint('13/windowstransport', true, false)),
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'one on the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, true), endpoint('13/windowstransport', true, false)),
    outcome: 'fail',
    severity: 'high',
    says: ['/adfs/services/trust/2005/windowstransport is published'],
  },
  {
    name: 'on the proxy but disabled',
    evidence: settings(endpoint('2005/windowstransport', false, true)),
    outcome: 'pass',
  },
  {
    name: 'usernamemixed on the proxy',
    evidence: settings(endpoint('2005/windowstransport', true, false), endpoint('2005/usernamemixed', true, true)),
    outcome: 'pass',
  },
  {
    name: 'export without the column',
    evidence: settings(endpoint('2005/windowstransport')),
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'not listed',
    evidence: settings(endpoint('2005/usernamemixed')),
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
