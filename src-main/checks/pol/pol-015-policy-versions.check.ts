import type { GroupPolicyRegistry } from '../../../src-shared/model/evidence/policy';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { linkedPolicies } from '../../evidence/derived/linked-policies';
import {
  type AppliedPolicy,
  gapOf,
  type PolicyEvidence,
  type PolicyHalf,
  type Read,
  registryOf,
  titleOf,
} from '../../evidence/derived/policy-evidence';
import { registryExtension } from '../../evidence/derived/policy-reach';
import { policyOf } from '../../evidence/derived/policy-settings';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';
import { type PolicyView, policyNeeds, viewPolicies } from './policy-inputs';

export default defineCheck({
  id: 'POL-015',
  revision: 1,
  why: 'A policy whose files did not follow the directory gives a part of the machines old settings, or none.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/5ead679e-5ec1-4f43-b927-1a339da316c7',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/78591ad0-0aac-40fe-befd-5249191f9b66',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: policyNeeds,
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    const { evidence } = view;
    const [gap] = [...inputs['ad.group-policy'].gaps, ...inputs['policy.registry'].gaps];
    if (evidence.directories.length === 0 || evidence.registries.length === 0) {
      return unknown(gap?.reason ?? 'not-collected', {
        summary: `Both the policies in the directory and their files are needed to compare them.${gap === undefined ? '' : ` ${gap.message}`}`,
      });
    }
    const objects = policiesInPlay(view).map((policy): JudgedObject => {
      const registry = registryOf(policy, evidence);
      return {
        id: `${policy.domain}/{${policy.guid}}`,
        kind: 'group-policy-object',
        name: titleOf(policy),
        ...(registry === undefined ? {} : { evidenceId: registry.id }),
        ...judgePolicy(policy, registry, evidence),
      };
    });
    if (objects.length === 0) {
      return unknown('not-collected', {
        summary: 'No policy with settings that matter here was found, so there is nothing to compare.',
      });
    }
    return judged(objects, { summary: summarise(objects) });
  },
  remediation: {
    task: 'Bring SYSVOL and AD back into step.',
    steps: [
      'Compare the policy on every domain controller: gpt.ini in SYSVOL and versionNumber in the directory.',
      'Mend the replication of SYSVOL (DFSR event log, `dfsrdiag`), and that of the directory (`repadmin /showrepl`).',
      'Where a file is missing, restore the policy from a backup, or edit and save it again on a healthy domain controller.',
    ],
    command: [
      "Get-GPO -Name 'WHFB Pilot' | Select-Object DisplayName, @{n='Computer';e={$_.Computer.DSVersion, $_.Computer.SysvolVersion}}, @{n='User';e={$_.User.DSVersion, $_.User.SysvolVersion}}",
      'dfsrdiag ReplicationState /member:DC01',
      'repadmin /showrepl',
    ].join('\n'),
    verify: '`Get-GPO` shows equal versions for directory and SYSVOL on every domain controller.',
    right: 'Domain Admins',
  },
});

/** Policies that hold settings the catalogue judges, and those linked to the pilot. */
function policiesInPlay({ evidence, computerUnits, users }: PolicyView): readonly AppliedPolicy[] {
  const withSettings = evidence.registries
    .filter(({ data }) => (data.machine?.values.length ?? 0) + (data.user?.values.length ?? 0) > 0)
    .map(({ data }) => policyOf(data, evidence));
  const units = [...computerUnits.map(({ distinguishedName }) => distinguishedName), ...users.units];
  const linked = units.flatMap((unit) => linkedPolicies(unit, evidence) ?? []);
  const all = [...withSettings, ...linked].filter(({ object }) => object !== undefined);
  return [...new Map(all.map((policy) => [`${policy.domain}/${policy.guid}`, policy])).values()].sort((a, b) =>
    titleOf(a).localeCompare(titleOf(b), 'en'),
  );
}

function judgePolicy(
  policy: AppliedPolicy,
  registry: Read<GroupPolicyRegistry> | undefined,
  evidence: PolicyEvidence,
): Verdict {
  const version = policy.object?.versionNumber;
  if (version === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'Its version in the directory was not returned.' };
  if (registry === undefined) return judgeWithoutFolder(policy, version, evidence);
  const missing = missingPart(policy, registry);
  if (missing !== undefined) return missing;
  const unlisted = (['machine', 'user'] as const).find((half) => isUnlisted(policy, registry.data, half));
  if (unlisted !== undefined)
    return {
      outcome: 'fail',
      note: `Its ${unlisted === 'machine' ? 'computer' : 'user'} half has registry settings, but the directory does not list the extension that carries them out.`,
    };
  return registry.data.version === version
    ? { outcome: 'pass', note: `Directory and SYSVOL agree: ${inWords(version)}.` }
    : {
        outcome: 'warning',
        note: `The directory has ${inWords(version)}, SYSVOL ${inWords(registry.data.version ?? 0)}.`,
      };
}

const inWords = (version: number): string => `user version ${version >>> 16}, computer version ${version & 0xffff}`;

/** Who listed SYSVOL live saw that the folder is not there; a copy may simply lack it. */
function judgeWithoutFolder(policy: AppliedPolicy, version: number, evidence: PolicyEvidence): Verdict {
  if (version === 0) return { outcome: 'pass', note: 'It was never edited, so nothing has to follow.' };
  const gap = gapOf(policy, evidence.gaps.registries);
  if (gap !== undefined) return { outcome: 'unknown', reason: gap.reason, note: gap.message };
  const isListed = evidence.registries.some(
    ({ data, source }) => isSameHost(data.domain, policy.domain) && source?.way === 'probe',
  );
  return isListed
    ? { outcome: 'fail', note: 'SYSVOL has no folder of it, so it delivers nothing.' }
    : { outcome: 'unknown', reason: 'not-collected', note: 'Its files were not among those collected.' };
}

/** gpt.ini belongs to every policy, registry.pol to a half that lists the extension. */
function missingPart(policy: AppliedPolicy, { data, source }: Read<GroupPolicyRegistry>): Verdict | undefined {
  const lists = (extensions: readonly string[] | undefined): boolean =>
    extensions?.includes(registryExtension) === true;
  const parts = [
    ...(data.version === undefined ? ['gpt.ini with a version'] : []),
    ...(lists(policy.object?.machineExtensions) && data.machine === undefined
      ? ['registry.pol of the computer half']
      : []),
    ...(lists(policy.object?.userExtensions) && data.user === undefined ? ['registry.pol of the user half'] : []),
  ];
  if (parts.length === 0) return undefined;
  return source?.way === 'probe'
    ? { outcome: 'fail', note: `SYSVOL has no ${listed(parts)} of it.` }
    : { outcome: 'unknown', reason: 'not-collected', note: `The files collected hold no ${listed(parts)} of it.` };
}

const isUnlisted = ({ object }: AppliedPolicy, data: GroupPolicyRegistry, half: PolicyHalf): boolean => {
  const extensions = half === 'machine' ? object?.machineExtensions : object?.userExtensions;
  return (data[half]?.count ?? 0) > 0 && extensions !== undefined && !extensions.includes(registryExtension);
};

function summarise(objects: readonly JudgedObject[]): string {
  const first = (['fail', 'warning', 'unknown'] as const).flatMap((outcome) =>
    objects.filter((object) => object.outcome === outcome),
  )[0];
  if (first === undefined)
    return `Directory and SYSVOL agree on ${countOf(objects.length, 'policy', 'policies')} that matter here.`;
  const names = namesOf(objects, first.outcome);
  const whole =
    first.outcome === 'unknown'
      ? `${shareOf(names.length, objects.length, 'policy', ['was', 'were'])} not compared`.replace(
          'policys',
          'policies',
        )
      : `${listed(names)} of ${countOf(objects.length, 'policy', 'policies')} ${names.length === 1 ? 'differs' : 'differ'} between directory and SYSVOL`;
  return `${whole}. ${first.note}`;
}
