import { z } from 'zod';
import { type AccessKinds, accessKindTitles } from './evidence/access';
import { type AdfsKinds, adfsKindTitles } from './evidence/adfs';
import { type AdfsSettingsKinds, adfsSettingsKindTitles } from './evidence/adfs-settings';
import { type AuthoritySettingsKinds, authoritySettingsKindTitles } from './evidence/authority-settings';
import { type ClientKinds, clientKindTitles } from './evidence/client';
import { type DirectoryKinds, directoryKindTitles } from './evidence/directory';
import { type EntraKinds, entraKindTitles } from './evidence/entra';
import { type EntraPolicyKinds, entraPolicyKindTitles } from './evidence/entra-policies';
import { type ForestKinds, forestKindTitles } from './evidence/forest';
import { type HostKinds, hostKindTitles } from './evidence/host';
import { type InterviewKinds, interviewKindTitles } from './evidence/interview';
import { type IntuneKinds, intuneKindTitles } from './evidence/intune';
import { type NdesKinds, ndesKindTitles } from './evidence/ndes';
import { type NetworkKinds, networkKindTitles } from './evidence/network';
import { type PkiKinds, pkiKindTitles } from './evidence/pki';
import { type PolicyKinds, policyKindTitles } from './evidence/policy';
import { type SynchronizationKinds, synchronizationKindTitles } from './evidence/synchronization';

/** What each kind of evidence holds, put together from the systems; what one record of a kind is about stands there beside it. */
export interface EvidenceDataByKind
  extends AccessKinds,
    AdfsKinds,
    AdfsSettingsKinds,
    AuthoritySettingsKinds,
    ClientKinds,
    DirectoryKinds,
    EntraKinds,
    EntraPolicyKinds,
    ForestKinds,
    HostKinds,
    InterviewKinds,
    IntuneKinds,
    NdesKinds,
    NetworkKinds,
    PkiKinds,
    PolicyKinds,
    SynchronizationKinds {}

export type EvidenceKind = keyof EvidenceDataByKind;

/** Field names of each kind, for screens, reports and sentences such as "… was not collected". */
export const evidenceKindTitles: Readonly<Record<EvidenceKind, string>> = {
  ...accessKindTitles,
  ...adfsKindTitles,
  ...adfsSettingsKindTitles,
  ...authoritySettingsKindTitles,
  ...clientKindTitles,
  ...directoryKindTitles,
  ...entraKindTitles,
  ...entraPolicyKindTitles,
  ...forestKindTitles,
  ...hostKindTitles,
  ...interviewKindTitles,
  ...intuneKindTitles,
  ...ndesKindTitles,
  ...networkKindTitles,
  ...pkiKindTitles,
  ...policyKindTitles,
  ...synchronizationKindTitles,
};

/** Every kind: the type of the titles leaves none out and lets no other in. */
export const evidenceKinds = Object.keys(evidenceKindTitles) as readonly EvidenceKind[];
export const evidenceKindSchema = z.enum(evidenceKinds);
