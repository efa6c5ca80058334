import { areaTitles, type Step, stepTitles } from '../../../src-shared/model/area';
import type { Finding, Observation } from '../../../src-shared/model/finding';
import { type AggregateInputs, type CheckResult, defineAggregate } from '../define-check';
import { findingObject } from '../finding-objects';
import { pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';

/** A step with the findings that open the gate to the next one. */
interface Gate {
  readonly step: Step;
  readonly isPart: (finding: Finding) => boolean;
  /** Those findings in words: they are not all that is judged of the step. */
  readonly parts: string;
  /** Checks that pass when the step is in effect already; without any, nothing shows whether it is. */
  readonly signs: readonly string[];
}

/** Device authentication belongs to AD FS here, although it is judged with the devices. */
const gates: readonly Gate[] = [
  { step: 'pki', isPart: ({ area }) => area === 'pki', parts: areaTitles.pki, signs: [] },
  {
    step: 'adfs',
    isPart: ({ area, checkId }) => area === 'ra' || checkId === 'DEV-015',
    parts: `${areaTitles.ra}, and DEV-015`,
    signs: ['RA-001'],
  },
  { step: 'policy', isPart: ({ area }) => area === 'pol', parts: areaTitles.pol, signs: ['POL-002', 'POL-011'] },
  { step: 'provisioning', isPart: ({ area }) => area === 'prv', parts: areaTitles.prv, signs: [] },
  { step: 'sso', isPart: ({ area }) => area === 'sso', parts: areaTitles.sso, signs: [] },
];

export default defineAggregate({
  id: 'TRU-010',
  revision: 1,
  why: 'Each step rests on the one before: with the policy on before PKI and AD FS stand, users set up Hello and get no certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
  ],
  outcomes: ['pass', 'warning'],
  evaluate: judgeOrder,
  remediation: {
    steps: [
      'Switch the policy off again for everybody, or narrow it to those who test, until PKI and AD FS are ready.',
      'Then go on in this order: PKI, AD FS, policy, provisioning, single sign-on.',
    ],
    verify: 'Run the assessment again: no blocker fails in a step before one that is in effect.',
    revert: 'Link the policy again.',
    right: 'Rights to edit and link group policies',
  },
});

function judgeOrder({ findings }: AggregateInputs): CheckResult {
  const states = gates.map((gate) => stateOf(gate, findings));
  const last = states.findLastIndex(({ activity }) => activity === 'active');
  const reached = before(states, last);
  const failed = reached.flatMap((state) => state.failed);
  const detail = {
    observations: states.map(observe),
    objects: [...failed, ...reached.flatMap((state) => state.open)].map(findingObject),
  };
  const active = `The step “${stepTitles[states[last]?.step ?? 'prerequisites']}”`;
  if (failed.length > 0)
    return warning({
      ...detail,
      summary: `${active} is in effect already, but ${countOf(failed.length, 'blocker')} of the steps before ${failed.length === 1 ? 'fails' : 'fail'}: ${idsOf(failed)}.`,
    });
  const doubts = reached.flatMap(doubtsOf);
  if (doubts.length > 0)
    return unknown('not-collected', {
      ...detail,
      summary: `${active} is in effect already, and whether the steps before are ready is not known: ${listed(doubts, 10)}.`,
    });
  const perhaps = states.findLastIndex(({ activity }) => activity === 'active' || activity === 'unknown');
  const unready = before(states, perhaps).flatMap((state) => [...idList(state.failed), ...doubtsOf(state)]);
  if (perhaps > last && unready.length > 0)
    return unknown('not-collected', {
      ...detail,
      summary: `Whether the step “${stepTitles[states[perhaps]?.step ?? 'prerequisites']}” is in effect already is not known, and the steps before it are not all ready: ${listed(unready, 10)}.`,
    });
  return pass({
    ...detail,
    summary:
      last < 0
        ? 'Neither AD FS as registration authority nor the policy is in effect yet, so no step runs before its turn.'
        : `${active} is in effect, and no blocker fails in the steps before it.`,
  });
}

const before = (states: readonly GateState[], index: number): readonly GateState[] =>
  states.slice(0, Math.max(index, 0));

const idList = (findings: readonly Finding[]): readonly string[] => findings.map(({ checkId }) => checkId);
const idsOf = (findings: readonly Finding[]): string => listed(idList(findings), 10);

/** What keeps a gate from being known to be open: blockers that could not be judged, or none judged at all. */
const doubtsOf = ({ step, open, isJudged }: GateState): readonly string[] =>
  isJudged ? idList(open) : [`nothing was judged of “${stepTitles[step]}”`];

interface GateState {
  readonly step: Step;
  readonly parts: string;
  readonly failed: readonly Finding[];
  readonly open: readonly Finding[];
  readonly isJudged: boolean;
  /** `silent` = this step gives no sign of its own. */
  readonly activity: 'active' | 'inactive' | 'unknown' | 'silent';
}

function stateOf({ step, isPart, parts, signs }: Gate, findings: readonly Finding[]): GateState {
  const blockers = findings.filter((finding) => isPart(finding) && finding.severity === 'blocker');
  return {
    step,
    parts,
    failed: blockers.filter(({ outcome }) => outcome === 'fail'),
    open: blockers.filter(({ outcome }) => outcome === 'unknown'),
    isJudged: blockers.length > 0,
    activity: activityOf(signs, findings),
  };
}

function activityOf(signs: readonly string[], findings: readonly Finding[]): GateState['activity'] {
  if (signs.length === 0) return 'silent';
  const own = findings.filter(({ checkId }) => signs.includes(checkId));
  // A policy that fails for one unit may be in effect for the next.
  if (own.some(({ outcome, counts }) => outcome === 'pass' || outcome === 'warning' || (counts.pass ?? 0) > 0))
    return 'active';
  return own.length === 0 || own.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'inactive';
}

const observe = ({ step, parts, failed, open, activity }: GateState): Observation => ({
  label: `${stepTitles[step]}: ${parts}`,
  observed: `${countOf(failed.length, 'blocker')} failed, ${open.length} that could block not known${activity === 'silent' ? '' : `, ${activityWords[activity]}`}`,
  expected: 'no blocker before the next step is in effect',
});

const activityWords = { active: 'in effect', inactive: 'not in effect', unknown: 'in effect or not is not known' };
