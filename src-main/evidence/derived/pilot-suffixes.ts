import type { PilotUser, PilotUsers } from '../../../src-shared/model/evidence/directory';
import { normalHostName } from './forest-scope';

/** A sample user and the record it was seen in. */
export interface SampleUser extends PilotUser {
  readonly evidenceId: string;
}

/** Enabled pilot users of several domains, summed by UPN suffix. */
export interface PilotSuffixes {
  readonly total: number;
  /** Lower case, most users first. The empty suffix stands for UPNs without `@`. */
  readonly suffixes: readonly {
    readonly suffix: string;
    readonly count: number;
    readonly users: readonly SampleUser[];
  }[];
  readonly withoutUpn: { readonly count: number; readonly users: readonly SampleUser[] };
  /** False when no domain holds the pilot group the scope names. */
  readonly populationFound: boolean;
}

/** A pilot group lives in one domain: domains that do not know it add nothing as long as one does. */
export function sumPilotUsers(records: readonly { readonly id: string; readonly data: PilotUsers }[]): PilotSuffixes {
  const found = records.filter(({ data }) => data.populationFound);
  const bySuffix = new Map<string, { readonly count: number; readonly users: readonly SampleUser[] }>();
  const samples = (users: readonly PilotUser[], evidenceId: string): readonly SampleUser[] =>
    users.map((user) => ({ ...user, evidenceId }));
  for (const { id, data } of found) {
    for (const { suffix, count, users } of data.suffixes) {
      const known = bySuffix.get(normalHostName(suffix)) ?? { count: 0, users: [] };
      bySuffix.set(normalHostName(suffix), {
        count: known.count + count,
        users: [...known.users, ...samples(users, id)],
      });
    }
  }
  return {
    total: found.reduce((sum, { data }) => sum + data.total, 0),
    suffixes: [...bySuffix]
      .map(([suffix, members]) => ({ suffix, ...members }))
      .sort((a, b) => b.count - a.count || a.suffix.localeCompare(b.suffix)),
    withoutUpn: {
      count: found.reduce((sum, { data }) => sum + data.withoutUpn.count, 0),
      users: found.flatMap(({ id, data }) => samples(data.withoutUpn.users, id)),
    },
    populationFound: found.length > 0,
  };
}
