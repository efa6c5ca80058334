import check from '../../../../src-main/checks/fed/fed-011-farm-behaviour.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck } from '../check-cases';
import { farm, farmId } from './farm-settings';

const level = (behaviorLevel: number | undefined, ...nodes: readonly number[]): EvidenceRecord =>
  farm('adfs.farm-information', {
    ...(behaviorLevel === undefined ? {} : { behaviorLevel }),
    nodes: nodes.map((nodeLevel, index) => ({ host: `fs0${index + 1}.contoso.com`, behaviorLevel: nodeLevel })),
  });

describeCheck(check, [
  { name: 'level 4', evidence: [level(4, 4, 4)], outcome: 'pass', objects: { [farmId]: 'pass' } },
  { name: 'level 3 with a node of 2016', evidence: [level(3, 3, 4)], outcome: 'pass' },
  {
    name: 'level 3 although all nodes would allow 4',
    evidence: [level(3, 4, 4)],
    outcome: 'warning',
    severity: 'low',
    says: ['would allow 4'],
  },
  { name: 'level 1', evidence: [level(1, 3)], outcome: 'fail', severity: 'blocker', differs: ['Farm behaviour level'] },
  { name: 'level not returned', evidence: [level(undefined)], outcome: 'unknown', reason: 'not-collected' },
]);
