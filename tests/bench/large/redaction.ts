import { startProgram } from '../bundled-program';
import type { Measured } from '../measurement';
import { rounded } from '../measurement';
import { passphrase } from './large-file';
import type { RedactionTimes, WantedRedaction } from './redaction-program';

const pairs = 3;

/** Redacting the report of the large engagement, with reading what its evidence names, against loading that report and writing it as JSON. */
export async function measureRedaction(file: string): Promise<Measured> {
  const program = await startProgram<WantedRedaction, RedactionTimes>('tests/bench/large/redaction-program.ts');
  try {
    const { ratio, ours, theirs, objects } = await program.ask({ file, passphrase, pairs });
    return {
      measurement: {
        name: 'Redacting the report of 400 findings / loading it and writing it as JSON',
        value: rounded(ratio),
        unit: 'x',
        goal: 5,
        better: 'lower',
      },
      details: `redacting ${Math.round(ours)} ms, loading and writing ${Math.round(theirs)} ms, medians of ${pairs} alternating runs; ${objects} objects`,
    };
  } finally {
    await program.close();
  }
}
