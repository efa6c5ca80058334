import type { NdesServer } from '../../../src-shared/model/evidence/ndes';
import type { Observation } from '../../../src-shared/model/finding';

/** What was read of an NDES server, by the names its registry has. */
export const ndesObservations = (
  { host }: NdesServer,
  values: readonly (readonly [name: string, value: string])[],
): readonly Observation[] => values.map(([name, value]) => ({ label: `${host}: ${name}`, observed: value }));
