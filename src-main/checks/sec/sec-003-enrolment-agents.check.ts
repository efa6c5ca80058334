import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { isAboutTemplate } from '../../evidence/derived/agent-restrictions';
import type { PrincipalView } from '../../evidence/derived/principals';
import {
  allOf,
  isGoodForLogon,
  isSchemaOne,
  makesAgents,
  needsApproval,
  needsSignature,
  not,
} from '../../evidence/derived/template-traits';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck, type Evidence } from '../define-check';
import { combined, risk, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';
import { settingsNamed } from './judge-authority-settings';
import { judgeExposure } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

export default defineCheck({
  id: 'SEC-003',
  revision: 1,
  why: 'An enrolment agent has certificates issued in the name of others. This deployment adds one on purpose; unrestricted, it is every user who may enrol for Hello, administrators among them (ESC3).',
  sources: [
    'https://posts.specterops.io/certified-pre-owned-d95910965cd2',
    'https://learn.microsoft.com/defender-for-identity/security-assessment-edit-misconfigured-enrollment-agent',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...offeredNeeds, 'ca.settings?'],
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, (offered) => judgeTemplate(offered, inputs['ca.settings'].records), {
      fault: ['lets ordinary users become enrolment agents', 'let ordinary users become enrolment agents'],
      risk: [
        'is open to enrolment agents that nothing restricts to AD FS',
        'are open to enrolment agents that nothing restricts to AD FS',
      ],
      inOrder: (count) =>
        `None of ${count} published templates lets ordinary users become enrolment agents, and none can be enrolled by agents for others.`,
    }),
  remediation: {
    task: 'Close ESC3: restrict the enrolment agents.',
    steps: [
      'Let only the AD FS service account enrol the agent template (PKI-022).',
      'Take EnrollmentAgent and EnrollmentAgentOffline off the CAs; NDES needs the latter during its set-up only.',
      'In certsrv.msc, properties of each CA, tab “Enrollment Agents”: choose “Restrict enrollment agents” and allow the AD FS account, for the WHfB template and the WHfB group only.',
      'Keep privileged accounts out of the group that may enrol the WHfB template.',
    ],
    command: [
      'Remove-CATemplate -Name EnrollmentAgent -Force',
      'Remove-CATemplate -Name EnrollmentAgentOffline -Force',
      'certutil -getreg CA\\EnrollmentAgentRights',
    ].join('\n'),
    verify:
      '`certutil -getreg CA\\EnrollmentAgentRights` shows a descriptor with the AD FS account, and `certutil -catemplates` neither built-in template.',
    revert: 'Choose “Do not restrict enrollment agents” on the same tab.',
    right: 'CA administrator; write access to the template',
  },
});

/** Built-in templates of agents for users; nothing but their permissions can be changed. */
const builtInAgents: readonly string[] = ['enrollmentagent', 'enrollmentagentoffline'];

type Settings = readonly Evidence<'ca.settings'>[];

function judgeTemplate(offered: Offered, settings: Settings): TemplateVerdict {
  const [agent, redeemable] = [judgeAgent(offered), judgeRedeemable(offered, settings)];
  return combined([agent, ...judgeBuiltIn(offered), redeemable], `${agent.note} and ${redeemable.note}`);
}

/** Condition 1: who enrols it can sign requests for others. */
const judgeAgent = ({ placed: { template }, enrollees }: Offered): TemplateVerdict =>
  judgeExposure(allOf(makesAgents(template), not(needsApproval(template)), not(needsSignature(template))), enrollees, {
    danger: 'makes who enrols it an enrolment agent',
    harmless: 'makes nobody an enrolment agent',
    restricted: (who) => ({ outcome: 'pass', note: `makes ${who} enrolment agents` }),
  });

const judgeBuiltIn = ({ placed: { template } }: Offered): readonly TemplateVerdict[] =>
  builtInAgents.includes(template.cn.toLowerCase())
    ? [risk('is a built-in template for enrolment agents, which should not be published')]
    : [];

/** Condition 2: an agent can have it issued for others. Whether the CA restricts agents is in its registry (EnrollmentAgentRights). */
function judgeRedeemable(offered: Offered, settings: Settings): TemplateVerdict {
  const { placed, enrollees } = offered;
  const { template } = placed;
  const isRedeemable = allOf(isGoodForLogon(template), acceptsAgents(template));
  if (isRedeemable === false) return { outcome: 'pass', note: 'cannot be enrolled by an agent for others' };
  if (enrollees?.every(({ reach }) => reach === 'privileged'))
    return { outcome: 'pass', note: 'can be issued to Tier 0 only' };
  if (isRedeemable === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'was read without attributes that would tell' };
  return judgeRestriction(offered, settings);
}

/** Microsoft leaves agents unrestricted at first, and AD FS works that way: a risk to know of, not a fault. */
function judgeRestriction(
  { placed: { template, publishers }, principals }: Offered,
  settings: Settings,
): TemplateVerdict {
  const rights = publishers.map((name) => ({ name, rights: settingsNamed(settings, name)?.enrollmentAgentRights }));
  const open = rights.filter((one) => one.rights === 'unrestricted').map(({ name }) => name);
  const lead = 'can be enrolled by an enrolment agent for others, and';
  if (open.length > 0) return risk(`${lead} ${listed(open)} ${open.length === 1 ? 'does' : 'do'} not restrict agents`);
  const lists = rights.flatMap((one) => (typeof one.rights === 'object' ? (one.rights.restrictions ?? []) : []));
  if (rights.every((one) => typeof one.rights === 'object' && one.rights.restrictions !== undefined))
    return judgeAgents(
      lists.filter((one) => one.allows && isAboutTemplate(one, template)).map(({ agent }) => agent),
      principals,
    );
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note: rights.every((one) => one.rights !== undefined)
      ? `${lead} to whom and for whom its CAs restrict agents, only the tab Enrollment Agents shows`
      : `${lead} whether the CA restricts agents (EnrollmentAgentRights) is not part of the evidence`,
  };
}

/** Who stands on the lists of all CAs that publish the template. */
function judgeAgents(
  agents: readonly string[],
  { isLowPrivileged, isVisible, titleOf }: PrincipalView,
): TemplateVerdict {
  const titles = (sids: readonly string[]): string => listed([...new Set(sids)].map(titleOf));
  if (agents.length === 0) return { outcome: 'pass', note: 'is on no list of what enrolment agents may request' };
  const open = agents.filter(isLowPrivileged);
  if (open.length > 0)
    return risk(`can be enrolled for others by ${titles(open)}, whom its CAs list as enrolment agents`);
  if (!agents.every(isVisible))
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'can be enrolled for others by enrolment agents that were not read',
    };
  return { outcome: 'pass', note: `can be enrolled for others by ${titles(agents)} only` };
}

/** Schema version 1 accepts agents always, later versions when they ask for the signature of one. */
function acceptsAgents(template: CertificateTemplate): boolean | undefined {
  const isOne = isSchemaOne(template);
  if (isOne !== false) return isOne;
  return allOf(needsSignature(template), template.raApplicationPolicies.includes(keyUsageOid.certificateRequestAgent));
}
