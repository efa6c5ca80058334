import type { IntuneCertificateProfile } from '../../../src-shared/model/evidence/intune';
import type { Scope } from '../../../src-shared/model/scope';
import type { Collected } from '../define-check';

export const smartCardLogon = '1.3.6.1.4.1.311.20.2.2';
const helloStorage = 'usepassportforworkkspotherwisefail';

export interface ReadProfile {
  readonly profile: IntuneCertificateProfile;
  readonly evidenceId: string;
}

/** Questions of Entra joined devices that get their certificate over NDES. */
export const scepScopeOnly = ({ joinTypes, registrationAuthority }: Scope): true | { readonly reason: string } =>
  (joinTypes.entraJoined && registrationAuthority.entraJoined === 'ndes-scep') || {
    reason: 'No Entra joined devices that enrol through NDES are in scope.',
  };

export const hasHelloStorage = ({ keyStorageProvider }: IntuneCertificateProfile): boolean =>
  keyStorageProvider?.toLowerCase() === helloStorage;

/** SCEP profiles meant for Hello: those with its key storage, or for smart card sign-in. Others serve Wi-Fi and the like. */
export const helloProfiles = ({ records }: Collected<'intune.certificate-profiles'>): readonly ReadProfile[] =>
  records.flatMap(({ id, data }) =>
    data.profiles
      .filter(
        (profile) =>
          profile.kind === 'scep' &&
          (hasHelloStorage(profile) || (profile.extendedKeyUsages ?? []).includes(smartCardLogon)),
      )
      .map((profile) => ({ profile, evidenceId: id })),
  );

export const isAssigned = ({ assignedGroups, isAssignedToAll }: IntuneCertificateProfile): boolean =>
  isAssignedToAll || assignedGroups.length > 0;
