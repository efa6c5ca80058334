import { assertNever } from '../../../src-shared/model/assert-never';
import type { Population, Scope } from '../../../src-shared/model/scope';
import { enumerate } from '../../../src-shared/text/quantity';

/** One scope question and its answer, in words. */
export interface ScopeAnswer {
  readonly question: string;
  readonly answer: string;
}

const policyChannels: Readonly<Record<Scope['policyChannel'], string>> = {
  'group-policy': 'Group policy',
  intune: 'Intune',
  both: 'Group policy and Intune',
};

const mfaRoutes: Readonly<Record<Scope['mfaRoute'], string>> = {
  'entra-mfa': 'Microsoft Entra multifactor authentication',
  'adfs-azure-mfa': 'AD FS with the Microsoft Entra MFA adapter',
  'adfs-third-party': 'AD FS with an MFA adapter of another vendor',
  'federated-provider': 'A federated identity provider other than AD FS',
};

export const scopeAnswers = (scope: Scope): readonly ScopeAnswer[] => [
  {
    question: 'Forests',
    answer: scope.forests.length === 0 ? 'Every forest in the evidence' : scope.forests.join(', '),
  },
  { question: 'Join types of the devices', answer: joinTypes(scope) },
  { question: 'Registration authority', answer: registrationAuthority(scope) },
  { question: 'Users of the pilot', answer: population(scope.pilotUsers, 'users') },
  { question: 'Computers of the pilot', answer: population(scope.pilotComputers, 'computers') },
  { question: 'Policy channel', answer: policyChannels[scope.policyChannel] },
  { question: 'Multifactor authentication', answer: mfaRoutes[scope.mfaRoute] },
  { question: 'Remote desktop or VDI sign-in with Hello', answer: scope.remoteDesktop ? 'Wanted' : 'Not wanted' },
];

function joinTypes({ joinTypes: { hybridJoined, entraJoined } }: Scope): string {
  const chosen = [hybridJoined ? 'Entra hybrid joined' : '', entraJoined ? 'Entra joined' : ''].filter(Boolean);
  return chosen.length === 0 ? 'None chosen' : enumerate(chosen);
}

function registrationAuthority({ joinTypes, registrationAuthority: authority }: Scope): string {
  const parts = [
    joinTypes.hybridJoined ? `${authority.hybridJoined === 'adfs' ? 'AD FS' : 'none'} for hybrid-joined devices` : '',
    joinTypes.entraJoined
      ? `${authority.entraJoined === 'ndes-scep' ? 'NDES/SCEP' : 'none'} for Entra-joined devices`
      : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'None' : enumerate(parts);
}

function population(chosen: Population, noun: string): string {
  switch (chosen.kind) {
    case 'all':
      return `All ${noun}`;
    case 'group':
      return `Members of ${chosen.group}, nested groups included`;
    case 'unit':
      return `Everything below ${chosen.unit}`;
    default:
      return assertNever(chosen);
  }
}
