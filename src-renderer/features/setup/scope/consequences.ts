import type { Scope } from '../../../../src-shared/model/scope';

/** What an answer means, in a sentence or two. `ssoChecks` is how many checks of the catalogue are about single sign-on for Entra-joined devices. */
export function joinTypeConsequence({ joinTypes }: Scope, ssoChecks: number): string {
  const { hybridJoined, entraJoined } = joinTypes;
  if (!hybridJoined && !entraJoined) return 'No device can get the certificate: choose at least one.';
  if (hybridJoined && entraJoined)
    return `Hybrid joined devices are the base of this model. Entra joined ones add the ${ssoChecks} checks on single sign-on to on-premises resources.`;
  if (hybridJoined)
    return `The base of this model. The ${ssoChecks} checks on single sign-on from Entra joined devices do not apply.`;
  return `Only the Entra joined part is judged, with the ${ssoChecks} checks on single sign-on. Checks on hybrid join, write-back and client provisioning through AD FS do not apply.`;
}

export function registrationAuthorityConsequence({ registrationAuthority, joinTypes }: Scope): string {
  const parts: string[] = [];
  if (joinTypes.hybridJoined) {
    parts.push(
      registrationAuthority.hybridJoined === 'adfs'
        ? 'AD FS signs certificate requests as enrolment agent: its templates, agent certificate and scopes are judged.'
        : 'Without AD FS as registration authority hybrid joined devices get no sign-in certificate; those checks do not apply.',
    );
  }
  if (joinTypes.entraJoined) {
    parts.push(
      registrationAuthority.entraJoined === 'ndes-scep'
        ? 'NDES and the SCEP profile in Intune are judged for Entra joined devices.'
        : 'Entra joined devices sign in to on-premises resources with their key; NDES is not judged.',
    );
  }
  return parts.join(' ') || 'Answer the first question first.';
}

export function forestConsequence({ forests }: Scope): string {
  return forests.length === 0
    ? 'Every forest found in the evidence is judged.'
    : `Only ${forests.length === 1 ? 'this forest is' : 'these forests are'} judged; evidence from others is kept but left out.`;
}

export function pilotConsequence({ pilotUsers, pilotComputers }: Scope): string {
  const users = pilotUsers.kind === 'all' ? 'every user' : 'the pilot users';
  const computers = pilotComputers.kind === 'all' ? 'every computer' : 'the pilot computers';
  return `Template rights, UPN suffixes and devices are judged for ${users} and ${computers}. A pilot group gives sharper answers.`;
}

export function policyConsequence({ policyChannel }: Scope): string {
  switch (policyChannel) {
    case 'group-policy':
      return 'Group policy objects, their links and SYSVOL settings are judged.';
    case 'intune':
      return 'Intune policies are judged; checks on group policy do not apply.';
    case 'both':
      return 'Both are judged, and that they do not contradict each other on the same device.';
  }
}

export function mfaConsequence({ mfaRoute }: Scope): string {
  switch (mfaRoute) {
    case 'entra-mfa':
      return 'Users confirm with Entra multifactor authentication when they set up their PIN; federatedIdpMfaBehavior must fit.';
    case 'adfs-azure-mfa':
      return 'The Azure MFA adapter on AD FS is judged: registration, tenant, certificate and network.';
    case 'adfs-third-party':
      return 'The third-party adapter must suit provisioning, and Entra must accept the claim AD FS issues.';
    case 'federated-provider':
      return 'Multifactor authentication happens at the federated provider; Entra must accept it.';
  }
}

export function remoteDesktopConsequence({ remoteDesktop }: Scope): string {
  return remoteDesktop
    ? 'Certificates make remote desktop with Hello possible; this weighs in the advice on the trust model.'
    : 'If nobody needs certificates for remote desktop, a simpler trust model may do; the advice says so.';
}
