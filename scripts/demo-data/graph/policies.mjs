import { entity, list } from './answer.mjs';

const registrationPolicy = {
  id: 'deviceRegistrationPolicy',
  displayName: 'Device Registration Policy',
  description:
    'Tenant-wide policy that manages intial provisioning controls using quota restrictions, additional authentication and authorization checks',
  userDeviceQuota: 50,
  multiFactorAuthConfiguration: 'notRequired',
  azureADRegistration: {
    isAdminConfigurable: false,
    allowedToRegister: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' },
  },
  azureADJoin: {
    isAdminConfigurable: true,
    allowedToJoin: { '@odata.type': '#microsoft.graph.noDeviceRegistrationMembership' },
  },
};

const methodTypes = {
  MicrosoftAuthenticator: 'microsoftAuthenticator',
  Fido2: 'fido2',
  Sms: 'sms',
  TemporaryAccessPass: 'temporaryAccessPass',
  SoftwareOath: 'softwareOath',
};

const authenticationMethods = ({ cloud }) =>
  entity('policies/authenticationMethodsPolicy', {
    id: 'authenticationMethodsPolicy',
    displayName: 'Authentication Methods Policy',
    policyVersion: '1.5',
    policyMigrationState: 'migrationComplete',
    authenticationMethodConfigurations: Object.entries(methodTypes).map(([id, type]) => ({
      '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
      id,
      state: cloud.methods.includes(id) ? 'enabled' : 'disabled',
      excludeTargets: [],
    })),
  });

/** A Conditional Access policy; what is not told narrows nothing. */
const accessPolicy = (
  org,
  { name, state, applications = [], excluded = [], actions = [], controls, conditions = {} },
) => ({
  id: org.guidFor(`conditional access ${name}`),
  templateId: null,
  displayName: name,
  createdDateTime: '2025-05-12T09:20:11.3871502Z',
  modifiedDateTime: null,
  state,
  conditions: {
    userRiskLevels: [],
    signInRiskLevels: [],
    clientAppTypes: ['all'],
    servicePrincipalRiskLevels: [],
    platforms: null,
    locations: null,
    clientApplications: null,
    applications: {
      includeApplications: applications,
      excludeApplications: excluded,
      includeUserActions: actions,
      includeAuthenticationContextClassReferences: [],
    },
    users: {
      includeUsers: ['All'],
      excludeUsers: [],
      includeGroups: [],
      excludeGroups: [org.guidFor('group break glass')],
      includeRoles: [],
      excludeRoles: [],
    },
    ...conditions,
  },
  grantControls: { operator: 'OR', builtInControls: controls, customAuthenticationFactors: [], termsOfUse: [] },
  sessionControls: null,
});

const rolloutPolicy = (org, { name, feature, group, isEnabled }) => ({
  id: org.guidFor(`rollout ${name}`),
  displayName: name,
  description: null,
  feature,
  isEnabled,
  isAppliedToOrganization: false,
  appliesTo: [
    {
      '@odata.type': '#microsoft.graph.group',
      id: org.guidFor(`cloud group ${group}`),
      displayName: group,
      onPremisesSecurityIdentifier: null,
    },
  ],
});

/** Answers about policies of the tenant, by the name of the file. */
export const policyAnswers = (org) => ({
  'deviceRegistrationPolicy.json': entity('policies/deviceRegistrationPolicy', registrationPolicy),
  'authenticationMethodsPolicy.json': authenticationMethods(org),
  'conditionalAccessPolicies.json': list(
    'identity/conditionalAccess/policies',
    org.cloud.conditionalAccess.map((policy) => accessPolicy(org, policy)),
  ),
  'featureRolloutPolicies.json': list(
    'policies/featureRolloutPolicies(appliesTo())',
    org.cloud.rollouts.map((policy) => rolloutPolicy(org, policy)),
  ),
});
