import check from '../../../../src-main/checks/ra/ra-008-certificate-scope.check';
import { describeCheck } from '../check-cases';
import { farm, farmId } from '../fed/farm-settings';

const client = '38aa3b87-a06d-4817-b275-7a316988d93b';
const server = 'http://schemas.microsoft.com/ws/2009/12/identityserver/selfscope';
const permissions = (...scopes: readonly string[]) => [
  farm('adfs.application-permissions', {
    permissions: [
      { client: 'other', server, scopes: ['winhello_cert'] },
      { client, server, scopes },
    ],
  }),
];

describeCheck(check, [
  {
    name: 'both scopes',
    evidence: permissions('openid', 'aza', 'WINHELLO_CERT'),
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'no certificate scope',
    evidence: permissions('openid'),
    outcome: 'fail',
    severity: 'high',
    says: ['winhello_cert'],
  },
  { name: 'no scope', evidence: permissions(), outcome: 'fail', says: ['openid and winhello_cert'] },
  {
    name: 'no permission of the broker',
    evidence: [farm('adfs.application-permissions', { permissions: [] })],
    outcome: 'fail',
    says: ['no permission'],
  },
]);
