import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { Scope } from '../../../src-shared/model/scope';
import {
  clientId,
  isOutsidePilot,
  isSameComputer,
  joinTypeOf,
  outOfScope,
  unusableCapture,
} from '../../evidence/derived/clients';
import { isBelow, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import type { Evidence, EvidenceGap } from '../define-check';
import type { JudgedObject } from '../result';
import type { PolicyInputs } from './policy-inputs';

/** How a client shows the effect of a policy. */
export interface ClientRule {
  /** Line of dsregcmd. */
  readonly label: string;
  /** Undefined = the client does not tell. */
  readonly judge: (status: DsregcmdStatus) => Pick<Verdict, 'outcome'> | undefined;
  /** True when the line tells something beside the policy, so that it confirms none. */
  readonly isBeside?: boolean;
}

/** A client and what it says. */
export interface JudgedClient {
  readonly object: JudgedObject;
  readonly name: string;
  /** Whether it confirms; undefined = nothing that counts. */
  readonly answer: boolean | undefined;
  /** It contradicts what was computed for its place, but does not confirm it for others. */
  readonly isForItself?: boolean;
}

/** Of a line that says YES or NO where YES is wanted. */
export const outcomeOf = (answer: boolean | undefined): Pick<Verdict, 'outcome'> | undefined =>
  answer === undefined ? undefined : { outcome: answer ? 'pass' : 'fail' };

export const judgeClients = (inputs: PolicyInputs, scope: Scope, rule: ClientRule): readonly JudgedClient[] =>
  inputs['client.dsregcmd'].records.map((record) => judgeClient(record, inputs, scope, rule));

function judgeClient(
  { id, data }: Evidence<'client.dsregcmd'>,
  inputs: PolicyInputs,
  scope: Scope,
  { label, judge, isBeside = false }: ClientRule,
): JudgedClient {
  const name = normalHostName(data.deviceName);
  const object = {
    id: clientId(data),
    kind: 'client',
    name: printable(data.deviceName, 256),
    evidenceId: id,
    locate: label,
  } as const;
  const pilot = inputs['ad.pilot-computers'];
  const isForeign = pilot.gaps.length === 0 && isOutsidePilot(data, pilot.records, scope);
  const leftOut = outOfScope(data, scope) ?? (isForeign ? 'Not a computer of the pilot.' : unusableCapture(data));
  const verdict = leftOut === undefined ? judge(data) : undefined;
  if (verdict === undefined) {
    const note = leftOut ?? `It does not tell (${label}).`;
    return { object: { ...object, outcome: 'not-applicable', note }, name, answer: undefined };
  }
  const note = `${label} reads “${printable(data.fields[label] ?? 'nothing', 60)}”.`;
  const gap = unreadPilotOf(data, inputs, scope);
  if (gap !== undefined) {
    const doubt = `${note} Whether it belongs to the pilot is not known: ${gap.message}`;
    return { object: { ...object, outcome: 'unknown', reason: gap.reason, note: doubt }, name, answer: undefined };
  }
  return {
    object: { ...object, outcome: verdict.outcome, note },
    name,
    answer: isBeside ? undefined : verdict.outcome === 'pass',
  };
}

/** The gap behind which the client may or may not stand, when a pilot was named and its computers could not be read. */
function unreadPilotOf(status: DsregcmdStatus, inputs: PolicyInputs, scope: Scope): EvidenceGap | undefined {
  const { records, gaps } = inputs['ad.pilot-computers'];
  if (scope.pilotComputers.kind === 'all' || joinTypeOf(status) !== 'hybrid') return undefined;
  const name = normalHostName(status.deviceName);
  if (records.some(({ data }) => data.computers.some((computer) => isSameComputer(computer, name)))) return undefined;
  return gaps.find(({ target }) => !name.includes('.') || target === '*' || isBelow(name, target));
}
