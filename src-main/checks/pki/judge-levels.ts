import type { Scope } from '../../../src-shared/model/scope';
import type { RevocationLevel } from '../../evidence/derived/revocation-levels';
import type { Verdict } from '../../evidence/derived/verdict';
import type { CheckResult } from '../define-check';
import { type JudgedObject, judged, notApplicable } from '../result';
import { matchOf, type ObjectWording, summariseObjects, toldOf } from '../summarise-objects';
import { type RevocationInputs, type RevocationView, viewRevocation } from './revocation-view';

/** What a check says about the revocation lists of CA keys. */
export interface LevelWording extends Omit<ObjectWording, 'noun'> {
  /** What an observation expects. */
  readonly expected: string;
}

/** Judges the revocation list of every CA key in the chains of domain controllers and issuing CAs by itself. */
export function judgeLevels(
  inputs: RevocationInputs,
  { scope, now }: { readonly scope: Scope; readonly now: Date },
  judge: (level: RevocationLevel, view: RevocationView) => Verdict,
  wording: LevelWording,
): CheckResult {
  const view = viewRevocation(inputs, scope, now);
  const levels = view.levels.map(
    (level): JudgedObject => ({
      id: `revocation-list:${level.id}`,
      kind: 'revocation-list',
      name: level.authority,
      ...judge(level, view),
    }),
  );
  const objects = [...levels, ...view.unreadForests];
  if (objects.length === 0) {
    return notApplicable({
      summary:
        'No enterprise CA and no certificate of a domain controller is known, so there is no revocation list to judge; see PKI-001.',
    });
  }
  return judged(objects, {
    summary: summariseObjects(objects, { ...wording, noun: 'CA', fine: `${wording.fine} ${toldOf(levels)}` }),
    observations: levels.map((level) => ({
      label: level.name,
      observed: level.note,
      expected: wording.expected,
      ...matchOf(level),
    })),
  });
}
