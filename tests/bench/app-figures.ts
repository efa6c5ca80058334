import type { AppRunFigures } from './app-run';
import type { TurnFigures } from './main-turns';
import { type Measured, rounded } from './measurement';

/** How late the main process of the app comes to its turn during a run. */
export const eventLoopDelay = (what: string, { turns, seconds, records, targets }: AppRunFigures): Measured => ({
  measurement: {
    name: `Main process event-loop delay during a run ${what}, p99`,
    value: rounded(turns.delay.p99),
    unit: 'ms',
    goal: 50,
    better: 'lower',
  },
  details: `${longest(turns)} in a run of ${seconds.toFixed(1)} s with ${records.length} records of evidence from ${targets.length} targets`,
});

/** The longest time the main process works without looking up. */
export const longestTurn = (what: string, turns: TurnFigures): Measured => ({
  measurement: {
    name: `Longest turn of the main process ${what}`,
    value: rounded(turns.longestTurn ?? turns.delay.max),
    unit: 'ms',
    goal: 50,
    better: 'lower',
  },
  details: `processor time; ${longest(turns)}, p99 ${rounded(turns.delay.p99)} ms`,
});

const longest = ({ delay }: TurnFigures): string => `longest delay of the event loop ${rounded(delay.max)} ms`;

/** The most memory the assessment host takes, and whether it goes on growing. */
export const hostMemory = (what: string, { memory }: AppRunFigures): readonly Measured[] => [
  {
    measurement: {
      name: `Peak memory of the assessment host ${what}`,
      value: Math.round(Math.max(memory.firstHalf, memory.secondHalf)),
      unit: 'MB',
      goal: 300,
      better: 'lower',
    },
    details: `resident; most in the first half of the run ${Math.round(memory.firstHalf)} MB, in the second ${Math.round(memory.secondHalf)} MB`,
  },
  {
    measurement: {
      name: `Memory of the assessment host ${what}, second half / first half`,
      value: rounded(memory.secondHalf / memory.firstHalf),
      unit: 'x',
      goal: 1.3,
      better: 'lower',
    },
    details: 'peaks of resident memory; 1 is flat',
  },
];
