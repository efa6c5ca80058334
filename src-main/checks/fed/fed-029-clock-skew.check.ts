import type { ControllerState } from '../../../src-shared/model/evidence/forest';
import { normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

const minute = 60;
/** Below this, delays of the network and whole seconds of the answer are all there is to see. */
const noticeable = 5;
const close = 2 * minute;
/** What Kerberos takes by default. */
const tolerance = 5 * minute;

export default defineCheck({
  id: 'FED-029',
  revision: 1,
  why: 'Kerberos refuses clocks that differ by more than five minutes, and tokens of AD FS are not valid before their time.',
  sources: ['https://www.rfc-editor.org/rfc/rfc4120'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.controller-state'],
  evaluate({ 'ad.controller-state': controllers }) {
    const objects = controllers.records.map(
      ({ id, data }): JudgedObject => ({
        id: `domain-controller:${normalHostName(data.host)}`,
        kind: 'domain-controller',
        name: data.host,
        evidenceId: id,
        ...judgeClock(data),
      }),
    );
    return judged(objects, { summary: summarise(objects) });
  },
  remediation: {
    task: 'Put the clocks of domain and farm right.',
    steps: [
      'Let the PDC emulator of the root domain take its time from a reliable source and all others from the domain hierarchy.',
      'When every clock differs by the same span, that of this computer is wrong.',
    ],
    command: ['w32tm /query /status', 'w32tm /config /syncfromflags:domhier /update', 'w32tm /resync'].join('\n'),
    verify: '`w32tm /monitor` shows offsets below a second.',
    right: 'Administrator of the domain controller',
  },
});

/** Skews are against the clock of the computer that collected. */
function judgeClock({ clockSkewSeconds: skew }: ControllerState): Verdict {
  if (skew === undefined) return { outcome: 'unknown', reason: 'unreadable', note: 'It did not say its time.' };
  const span = Math.abs(skew);
  if (span < noticeable) return { outcome: 'pass', note: 'Its clock agrees with this computer’s.' };
  const inWords = span < 2 * minute ? `${Math.round(span)} seconds` : `${Math.round(span / minute)} minutes`;
  const note = `Its clock is ${inWords} ${skew < 0 ? 'behind' : 'ahead of'} this computer’s.`;
  if (span <= close) return { outcome: 'pass', note };
  return { outcome: span <= tolerance ? 'warning' : 'fail', note };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [bad, odd, open] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const off = [...bad, ...odd];
  if (off.length > 0 && off.length === objects.length && objects.length > 1)
    return `The clocks of all ${objects.length} domain controllers differ from this computer’s; that of this computer may be wrong.`;
  if (off.length > 0)
    return `The clocks of ${shareOf(off.length, objects.length, 'domain controller', ['differs', 'differ'])} by more than two minutes: ${listed(off)}.`;
  if (open.length > 0) return `${listed(open)} did not say ${open.length === 1 ? 'its' : 'their'} time.`;
  return `The clocks of ${countOf(objects.length, 'domain controller')} agree with this computer’s within two minutes.`;
}
