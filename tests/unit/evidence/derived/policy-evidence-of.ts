import type { PolicyEvidence, Read } from '../../../../src-main/evidence/derived/policy-evidence';
import type { PopulationToken, Share } from '../../../../src-main/evidence/derived/population-token';
import { commonShare } from '../../../../src-main/evidence/derived/population-token';
import type { Setting } from '../../../../src-main/evidence/derived/setting';
import type { EvidenceDataByKind, EvidenceKind, EvidenceRecord } from '../../../../src-shared/model/evidence';

/** A population that carries these SIDs; of others what everybody carries is known, and `otherwise` of the rest. */
export const carrying = (shares: Readonly<Record<string, Share>>, otherwise: Share = 'none'): PopulationToken => ({
  shareOf: (sid) => {
    const common = commonShare(sid);
    return shares[sid] ?? (common === 'unknown' ? otherwise : common);
  },
});

/** Records as a check gets them. */
export function evidenceOf(
  records: readonly EvidenceRecord[],
  { computers = carrying({}), users = carrying({}) }: { computers?: PopulationToken; users?: PopulationToken } = {},
): PolicyEvidence {
  const complete = <K extends EvidenceKind>(kind: K): readonly Read<EvidenceDataByKind[K]>[] =>
    records.flatMap((one) =>
      one.kind === kind && one.status === 'complete' && one.data !== undefined
        ? [{ id: one.id, target: one.target, source: one.source, data: one.data as EvidenceDataByKind[K] }]
        : [],
    );
  const gaps = (kind: EvidenceKind) =>
    records.flatMap(({ kind: own, target, failure }) =>
      own === kind && failure !== undefined ? [{ target, reason: failure.reason, message: failure.message }] : [],
    );
  return {
    directories: complete('ad.group-policy'),
    registries: complete('policy.registry'),
    preferences: complete('policy.preferences'),
    sites: complete('ad.sites'),
    partitions: complete('ad.partitions'),
    gaps: {
      directories: gaps('ad.group-policy'),
      registries: gaps('policy.registry'),
      preferences: gaps('policy.preferences'),
      sites: gaps('ad.sites'),
    },
    computersOf: () => computers,
    usersOf: () => users,
    titleOf: (sid) => `account ${sid.slice(-4)}`,
  };
}

/** A setting in short: its value and policy, or its kind with what follows from either answer. */
export function brief(setting: Setting): string {
  switch (setting.kind) {
    case 'absent':
      return 'absent';
    case 'set':
      return `${setting.value} by ${setting.by.object?.displayName ?? 'invisible'}`;
    case 'split':
      return `some ${brief(setting.applied)}, others ${brief(setting.otherwise)}`;
    case 'unsure':
      return setting.applied === undefined
        ? `unsure, else ${brief(setting.otherwise)}`
        : `perhaps ${brief(setting.applied)}, else ${brief(setting.otherwise)}`;
  }
}
