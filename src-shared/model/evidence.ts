/** What everybody calls evidence, in three layers; the shapes of single kinds are in `evidence/`, one file a system. */
export type { EvidenceDraft, RawInput } from './evidence-draft';
export {
  type EvidenceDataByKind,
  type EvidenceKind,
  evidenceKindSchema,
  evidenceKinds,
  evidenceKindTitles,
} from './evidence-kinds';
export {
  type Collector,
  type EvidenceFailure,
  type EvidenceHeader,
  type EvidenceRecord,
  type EvidenceSource,
  type EvidenceWay,
  evidenceFailureSchema,
  evidenceHeaderSchema,
  evidenceSourceSchema,
} from './evidence-record';
