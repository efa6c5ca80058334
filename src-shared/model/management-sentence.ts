import { enumerate, quantity } from '../text/quantity';
import { areaTitles } from './area';
import type { Readiness } from './readiness';

const what = 'Windows Hello for Business with hybrid certificate trust';

/** Areas named in the sentence; more are counted, and the path picture beside it shows them. */
const mostAreas = 4;

/** The verdict for the customer's management, in one sentence with its numbers; says what the computed readiness says and no more. */
export function managementSentence(customer: string, { overall, areas }: Readiness): string {
  switch (overall.verdict) {
    case 'blocked': {
      const where = areas.filter((area) => area.blockers.length > 0).map((area) => areaTitles[area.area]);
      const place = where.length > mostAreas ? `${where.length} of ${areas.length} areas` : enumerate(where);
      const stand = overall.blockers.length === 1 ? 'stands' : 'stand';
      return `${customer} cannot deploy ${what} yet: ${quantity(overall.blockers.length, 'blocker')} ${stand} in the way, in ${place}.`;
    }
    case 'not-known': {
      const open = overall.total - overall.conclusive - (overall.implemented - overall.applicable);
      return `Whether ${customer} can deploy ${what} is not known yet: no blocker was found, but ${quantity(open, 'check')} of the catalogue ${open === 1 ? 'has' : 'have'} no answer.`;
    }
    case 'not-applicable':
      return `Nothing of ${what} was judged for ${customer}: no check applies to what was chosen.`;
    case 'ready-with-warnings': {
      const reservations = overall.warnings.length + overall.unknown.length;
      return `${customer} can deploy ${what}, with ${quantity(reservations, 'reservation')} to look at first.`;
    }
    case 'ready':
      return `${customer} is ready to deploy ${what}: all ${overall.applicable} checks that apply are passed.`;
  }
}
