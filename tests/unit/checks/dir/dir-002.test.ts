import check from '../../../../src-main/checks/dir/dir-002-schema-level.check';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';

const schema = (objectVersion?: number, target = forest) =>
  record('ad.schema', target, objectVersion === undefined ? {} : { objectVersion });

describeCheck(check, [
  {
    name: 'Windows Server 2016',
    evidence: [schema(87)],
    outcome: 'pass',
    says: ['87 (Windows Server 2016)'],
    objects: { 'forest:contoso.com': 'pass' },
    differs: [],
  },
  { name: 'Windows Server 2025', evidence: [schema(91)], outcome: 'pass', says: ['91 (Windows Server 2025)'] },
  { name: 'a level this version does not know', evidence: [schema(97)], outcome: 'pass', says: ['97'] },
  {
    name: 'last pre-release of 2016',
    evidence: [schema(86)],
    outcome: 'warning',
    says: ['86 (pre-release'],
    differs: ['Schema level of contoso.com'],
  },
  { name: 'floor of the AD FS page', evidence: [schema(85)], outcome: 'warning' },
  { name: 'just below the floor', evidence: [schema(84)], outcome: 'fail', says: ['84'] },
  {
    name: 'Windows Server 2012 R2: devices but no keys',
    evidence: [schema(69)],
    outcome: 'fail',
    says: ['69 (Windows Server 2012 R2)'],
  },
  {
    name: 'one forest of two is old',
    evidence: [schema(88), schema(56, 'fabrikam.com')],
    outcome: 'fail',
    says: ['1 of 2 forests is', 'fabrikam.com'],
    objects: { 'forest:contoso.com': 'pass', 'forest:fabrikam.com': 'fail' },
  },
  {
    name: 'two good forests',
    evidence: [schema(88), schema(91, 'fabrikam.com')],
    outcome: 'pass',
    says: ['All 2 forests'],
  },
  {
    name: 'two forests, one pre-release',
    evidence: [schema(88), schema(86, 'fabrikam.com')],
    outcome: 'warning',
    says: ['1 of 2 forests is'],
  },
  {
    name: 'an old forest outside the scope',
    evidence: [schema(88), schema(56, 'fabrikam.com')],
    scope: { forests: ['contoso.com'] },
    outcome: 'pass',
    objects: { 'forest:contoso.com': 'pass' },
  },
  {
    name: 'a forest of the scope without evidence',
    evidence: [schema(88)],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'a forest of the scope that was refused',
    evidence: [schema(88), failed('ad.schema', 'fabrikam.com', 'access-denied')],
    scope: { forests: ['contoso.com', 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'one forest of two unreachable',
    evidence: [schema(88), failed('ad.schema', 'fabrikam.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
    says: ['fabrikam.com'],
  },
  {
    name: 'the attribute was not returned',
    evidence: [schema()],
    outcome: 'unknown',
    reason: 'not-collected',
    says: [forest],
  },
]);
