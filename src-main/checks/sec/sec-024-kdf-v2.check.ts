import type { AdfsOpenIdConfiguration } from '../../../src-shared/model/evidence/adfs';
import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { countOf, listed } from '../wording';

/** So many answers reach, with fair odds, every node behind a load balancer. */
const enoughAnswers = 5;
const capability = 'kdf_ver2';
/** Farm behaviour level of Windows Server 2019: no older node can be a member. */
const level2019 = 4;

/** What exports of AD FS add to the discovery document. */
interface FarmSettings {
  readonly kdfV2Support: string | undefined;
  readonly behaviorLevel: number | undefined;
}

export default defineCheck({
  id: 'SEC-024',
  revision: 1,
  why: 'Nodes without the July 2021 fixes let a stolen primary refresh token be replayed.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/what-is-kdfv2',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.openid-configuration', 'adfs.properties?', 'adfs.farm-information?'],
  evaluate(inputs) {
    const objects = inputs['adfs.openid-configuration'].records.map(({ id, target, data }) => {
      const ofFarm = <T extends { readonly target: string }>(records: readonly T[]): T | undefined =>
        records.find((record) => isSameHost(record.target, target));
      const settings = {
        kdfV2Support: ofFarm(inputs['adfs.properties'].records)?.data.kdfV2Support,
        behaviorLevel: ofFarm(inputs['adfs.farm-information'].records)?.data.behaviorLevel,
      };
      return {
        id: `federation-service:${normalHostName(target)}`,
        kind: 'federation-service' as const,
        name: target,
        evidenceId: id,
        locate: 'capabilities',
        ...judgeFarm(data, settings),
      };
    });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'AD FS farm',
        fail: ['does not use KDFv2', 'do not use KDFv2'],
        warning: ['does not prove that every node uses KDFv2', 'do not prove that every node uses KDFv2'],
        fine: 'every answer announces KDFv2.',
      }),
      observations: inputs['adfs.openid-configuration'].records.map(({ target, data }, index) => ({
        label: target,
        observed: `${capability} in ${announcing(data)} of ${countOf(data.answers.length, 'answer')} (${describe(data)})`,
        expected: `${capability} in every answer`,
        ...matchOf(objects[index] ?? { outcome: 'unknown' }),
      })),
    });
  },
  remediation: {
    task: 'Update AD FS nodes to the second key derivation function.',
    steps: [
      'Install the current cumulative update on every node of the farm.',
      'Farms with Windows Server 2019 or newer only turn KDFv2 on by themselves once all nodes are updated; a farm with a Windows Server 2016 node needs the command.',
      'Enforce it when every Windows client has the July 2021 update or a later one.',
    ],
    command: [
      '(Get-AdfsProperties).KdfV2Support',
      'Set-AdfsProperties -KdfV2Support enable',
      'Set-AdfsProperties -KdfV2Support enforce',
      "(Invoke-RestMethod 'https://fs.contoso.com/adfs/.well-known/openid-configuration').capabilities",
    ].join('\n'),
    verify: 'The last command shows kdf_ver2, asked at every node; events 181 and 185 of AD FS do not occur.',
    revert: '`Set-AdfsProperties -KdfV2Support disable`.',
    right: 'AD FS administrator',
    risk: 'Once enforced, clients without the update of July 2021 no longer get a primary refresh token from AD FS.',
  },
});

const announcing = ({ answers }: AdfsOpenIdConfiguration): number =>
  answers.filter(({ capabilities = [] }) => capabilities.includes(capability)).length;

const describe = ({ answers }: AdfsOpenIdConfiguration): string =>
  listed([...new Set(answers.flatMap(({ capabilities = [] }) => capabilities))], 10) || 'no capability named';

function judgeFarm(configuration: AdfsOpenIdConfiguration, { kdfV2Support, behaviorLevel }: FarmSettings): Verdict {
  const all = configuration.answers.length;
  const having = announcing(configuration);
  if (kdfV2Support?.toLowerCase() === 'disabled') return { outcome: 'fail', note: 'KdfV2Support is set to Disabled.' };
  if (all === 0)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'The discovery document was read, but it holds no answer.',
    };
  if (having === all) {
    return all >= enoughAnswers
      ? { outcome: 'pass', note: `${capability} is announced in all ${all} answers.` }
      : {
          outcome: 'warning',
          note: `${capability} is announced in ${having === 1 ? 'the only answer' : `all ${all} answers`}, but fewer than ${enoughAnswers} answers cannot speak for every node.`,
        };
  }
  const missing = `${capability} is missing in ${all - having} of ${countOf(all, 'answer')}`;
  if (behaviorLevel !== undefined && behaviorLevel >= level2019)
    return { outcome: 'fail', note: `${missing}, although every node runs Windows Server 2019 or newer.` };
  return {
    outcome: 'warning',
    note: `${missing}: a node lacks the update, or one of Windows Server 2016 has it and was not told to use KDFv2.`,
  };
}
