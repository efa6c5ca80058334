import check from '../../../../src-main/checks/dir/dir-025-device-forest.check';
import { describeCheck, failed, record } from '../check-cases';
import { guid } from '../contoso';
import { partitionsOf } from '../sites';

const users = (target: string, total: number) =>
  record('ad.pilot-users', target, {
    total,
    suffixes: [],
    withoutUpn: { count: 0, users: [] },
    populationFound: total > 0,
  });
const devices = (target: string, count: number) =>
  record('ad.registered-devices', target, {
    devices: Array.from({ length: count }, (_, index) => ({
      distinguishedName: `CN=${index}`,
      objectGuid: guid(index),
      displayName: `PC${index}`,
      certificateThumbprints: [],
      hasKeyCredential: false,
    })),
  });
const forests = [partitionsOf(['contoso.com', 'emea.contoso.com']), partitionsOf(['fabrikam.com'])];

describeCheck(check, [
  {
    name: 'users and devices in one of two forests',
    evidence: [
      ...forests,
      users('emea.contoso.com', 40),
      users('fabrikam.com', 0),
      devices('contoso.com', 3),
      devices('fabrikam.com', 0),
    ],
    outcome: 'pass',
    says: ['contoso.com'],
    objects: { 'forest:contoso.com': 'pass' },
  },
  {
    name: 'devices in the resource forest',
    evidence: [
      ...forests,
      users('contoso.com', 40),
      users('fabrikam.com', 0),
      devices('contoso.com', 0),
      devices('fabrikam.com', 7),
    ],
    outcome: 'fail',
    severity: 'high',
    says: ['not in the same forest'],
    objects: { 'forest:contoso.com': 'fail', 'forest:fabrikam.com': 'fail' },
  },
  {
    name: 'users in both, devices in one',
    evidence: [
      ...forests,
      users('contoso.com', 40),
      users('fabrikam.com', 2),
      devices('contoso.com', 5),
      devices('fabrikam.com', 0),
    ],
    outcome: 'fail',
    objects: { 'forest:contoso.com': 'pass', 'forest:fabrikam.com': 'fail' },
  },
  {
    name: 'devices of a forest without pilot do not matter',
    evidence: [
      ...forests,
      users('contoso.com', 40),
      users('fabrikam.com', 0),
      devices('contoso.com', 5),
      devices('fabrikam.com', 9),
    ],
    outcome: 'pass',
    objects: { 'forest:contoso.com': 'pass', 'forest:fabrikam.com': 'info' },
  },
  {
    name: 'one forest',
    evidence: [...forests.slice(0, 1), users('contoso.com', 4), devices('contoso.com', 0)],
    outcome: 'not-applicable',
  },
  {
    name: 'a second forest outside the scope',
    evidence: [...forests, users('contoso.com', 4), devices('fabrikam.com', 1)],
    scope: { forests: ['contoso.com'] },
    outcome: 'not-applicable',
  },
  {
    name: 'no devices written back yet',
    evidence: [...forests, users('contoso.com', 4), devices('contoso.com', 0)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['written-back devices'],
  },
  {
    name: 'no pilot users',
    evidence: [...forests, users('contoso.com', 0), devices('contoso.com', 2)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['pilot users'],
  },
  {
    name: 'a forest of the scope that nobody read',
    evidence: [...forests.slice(0, 1), users('contoso.com', 4), devices('contoso.com', 2)],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'devices of one forest denied',
    evidence: [
      ...forests,
      users('contoso.com', 4),
      devices('contoso.com', 2),
      failed('ad.registered-devices', 'fabrikam.com', 'access-denied'),
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
]);
