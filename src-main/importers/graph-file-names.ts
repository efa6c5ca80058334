import type { EvidenceKind } from '../../src-shared/model/evidence';

/** Words in names of files, the more special ones first. */
const words: readonly (readonly [RegExp, EvidenceKind])[] = [
  [/domainfederation|federationconfiguration/u, 'entra.federation-configuration'],
  [/directoryaudit/u, 'entra.federation-audits'],
  [/onpremisessynchroni[sz]ation/u, 'entra.synchronization'],
  [/subscribedsku/u, 'entra.skus'],
  [/featurerollout/u, 'entra.rollout-policies'],
  [/deviceregistrationpolicy/u, 'entra.registration-policy'],
  [/userregistrationdetails/u, 'entra.mfa-registrations'],
  [/authenticationmethodspolicy/u, 'entra.authentication-methods'],
  [/windowshelloforbusinessmethods/u, 'entra.hello-methods'],
  [/serviceprincipal/u, 'entra.service-principals'],
  [/conditionalaccess/u, 'entra.conditional-access'],
  [/onpremisespublishing/u, 'entra.application-proxy'],
  [/deviceenrollmentconfiguration/u, 'intune.hello-enrollment'],
  [/configurationpolic|deviceconfiguration|intents/u, 'intune.hello-policies'],
  [/manageddevice/u, 'intune.managed-devices'],
  [/ndesconnector/u, 'intune.ndes-connectors'],
  [/federation/u, 'entra.federation-configuration'],
  [/organi[sz]ation/u, 'entra.organization'],
  [/domain/u, 'entra.domains'],
  [/user/u, 'entra.users'],
  [/device/u, 'entra.devices'],
];

/** What a file should hold by its name; only used to say what is missing. */
export function kindOfName(path: string): EvidenceKind | undefined {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  return words.find(([word]) => word.test(name))?.[1];
}
