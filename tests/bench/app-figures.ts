import type { AppRunFigures } from './app-run';
import { type Measured, rounded } from './measurement';

/** How late the main process of the app comes to its turn during a run. */
export const eventLoopDelay = (what: string, { delay, seconds, records, targets }: AppRunFigures): Measured => ({
  measurement: {
    name: `Main process event-loop delay during a run ${what}, p99`,
    value: rounded(delay.p99),
    unit: 'ms',
    goal: 50,
    better: 'lower',
  },
  details: `longest ${rounded(delay.max)} ms in a run of ${seconds.toFixed(1)} s with ${records.length} records of evidence from ${targets.length} targets`,
});

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
