import type { EvidenceRecord } from '../../../src-shared/model/evidence';
import type { PilotGroup } from '../../evidence/directory/directory-topic';
import { normalDn } from '../../evidence/distinguished-name';
import { present } from '../../evidence/present';

interface NamedGroup {
  readonly distinguishedName: string;
  readonly objectSid?: string;
  readonly groupType?: number;
}

/** The pilot group of that name (SID or DN) as an earlier target of the run found it, so that other domains need not look for it. */
export function knownPilotGroup(name: string, evidence: readonly EvidenceRecord[]): PilotGroup | undefined {
  const wanted = normalDn(name);
  const group = evidence
    .flatMap(groupsOf)
    .find(
      ({ distinguishedName, objectSid }) =>
        objectSid?.toLowerCase() === wanted || normalDn(distinguishedName) === wanted,
    );
  return group === undefined
    ? undefined
    : { dn: group.distinguishedName, ...present({ sid: group.objectSid, groupType: group.groupType }) };
}

function groupsOf(record: EvidenceRecord): readonly NamedGroup[] {
  if (record.kind === 'ad.pilot-users') return record.data?.group === undefined ? [] : [record.data.group];
  return record.kind === 'ad.groups' ? (record.data?.groups ?? []) : [];
}
