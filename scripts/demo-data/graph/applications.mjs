import { list } from './answer.mjs';

const application = (org, { appId, name, isEnabled = true, credentials = [] }) => ({
  id: org.guidFor(`service principal ${name}`),
  appId,
  displayName: name,
  accountEnabled: isEnabled,
  servicePrincipalType: 'Application',
  keyCredentials: credentials,
});

/** The service principals that MFA of AD FS and PIN reset rest on; an organisation has those somebody consented to. */
export const applicationAnswers = (org) => ({
  'servicePrincipals.json': list(
    'servicePrincipals',
    org.cloud.applications.map((one) => application(org, one)),
  ),
  'applicationProxyConnectors.json': list(
    "onPremisesPublishingProfiles('applicationProxy')/connectors",
    org.cloud.proxyConnectors.map((machineName) => ({
      id: org.guidFor(`proxy connector ${machineName}`),
      machineName,
      externalIp: '192.0.2.7',
      status: 'active',
      version: '1.5.4287.0',
    })),
    'beta',
  ),
  'applicationProxyApplications.json': list(
    "onPremisesPublishingProfiles('applicationProxy')/connectorGroups('default')/applications",
    org.cloud.publishedApplications.map(({ name, internalUrl, externalUrl }) => ({
      id: org.guidFor(`published ${name}`),
      displayName: name,
      onPremisesPublishing: { externalUrl, internalUrl, externalAuthenticationType: 'passthru' },
    })),
    'beta',
  ),
});
