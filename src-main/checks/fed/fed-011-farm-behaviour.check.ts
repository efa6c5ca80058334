import type { AdfsFarmInformation } from '../../../src-shared/model/evidence/adfs-settings';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms, notReturned } from './judge-farms';

/** Farm behaviour levels: 1 = Windows Server 2012 R2, 3 = 2016, 4 = 2019 and later. */
const helloLevel = 3;
const newestLevel = 4;

export default defineCheck({
  id: 'FED-011',
  revision: 1,
  why: 'The registration authority for Hello exists from the farm behaviour level of Windows Server 2016 on; a farm upgraded from 2012 R2 keeps its old level until it is raised.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/upgrading-to-ad-fs-in-windows-server',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.farm-information'],
  evaluate: ({ 'adfs.farm-information': farms }) => judgeFarms(farms.records, ({ data }) => judgeFarm(data)),
  remediation: {
    task: 'Raise the farm behaviour level of AD FS.',
    steps: ['Remove AD FS nodes older than Windows Server 2016.', 'Test and raise the level on the primary node.'],
    command: ['Get-AdfsFarmInformation', 'Test-AdfsFarmBehaviorLevelRaise', 'Invoke-AdfsFarmBehaviorLevelRaise'].join(
      '\n',
    ),
    verify: '`Get-AdfsFarmInformation` shows CurrentFarmBehavior 3 or higher.',
    revert: 'The level cannot be lowered; take a backup of the configuration database first.',
    right: 'AD FS administrator and Enterprise Admins',
  },
});

function judgeFarm({ behaviorLevel, nodes }: AdfsFarmInformation): FarmVerdict {
  if (behaviorLevel === undefined) return notReturned('CurrentFarmBehavior');
  const observations = [
    {
      label: 'Farm behaviour level',
      observed: String(behaviorLevel),
      expected: `${helloLevel} or higher`,
      matches: behaviorLevel >= helloLevel,
    },
  ];
  if (behaviorLevel < helloLevel)
    return {
      outcome: 'fail',
      note: `The farm behaviour level is ${behaviorLevel}; Hello certificates need ${helloLevel} (Windows Server 2016).`,
      observations,
    };
  const levels = nodes.flatMap((node) => (node.behaviorLevel === undefined ? [] : [node.behaviorLevel]));
  const canRaise =
    behaviorLevel < newestLevel &&
    levels.length === nodes.length &&
    levels.length > 0 &&
    levels.every((level) => level >= newestLevel);
  if (canRaise)
    return {
      outcome: 'warning',
      severity: 'low',
      note: `The farm behaviour level is ${behaviorLevel} although all nodes (${listed(nodes.map(({ host }) => host))}) would allow ${newestLevel}.`,
      observations,
    };
  return { outcome: 'pass', note: `The farm behaviour level is ${behaviorLevel}.`, observations };
}
