import { accessControlTopic } from './access-control-topic';
import { authorityComputersTopic } from './authority-computers-topic';
import { certificateOidsTopic } from './certificate-oids-topic';
import { certificateTemplatesTopic } from './certificate-templates-topic';
import { certificationAuthoritiesTopic } from './certification-authorities-topic';
import { crlDistributionPointsTopic } from './crl-distribution-points-topic';
import { deviceRegistrationTopic } from './device-registration-topic';
import { domainControllersTopic } from './domain-controllers-topic';
import { domainTopic } from './domain-topic';
import { groupPolicyTopic } from './group-policy-topic';
import { groupsTopic } from './groups-topic';
import { ntAuthTopic } from './nt-auth-topic';
import { partitionsTopic } from './partitions-topic';
import { pilotComputersTopic } from './pilot-computers-topic';
import { pilotUsersTopic } from './pilot-users-topic';
import { pkiAccessControlTopic } from './pki-access-control-topic';
import { privilegedGroupsTopic } from './privileged-groups-topic';
import { registeredDevicesTopic } from './registered-devices-topic';
import { schemaObjectsTopic } from './schema-objects-topic';
import { schemaTopic } from './schema-topic';
import { serversTopic } from './servers-topic';
import { serviceAccountsTopic } from './service-accounts-topic';
import { sitesTopic } from './sites-topic';
import { trustsTopic } from './trusts-topic';

/** Every topic read from a directory but the rootDSE, the one about domains first: others may follow from it. */
export const directoryTopics = [
  partitionsTopic,
  schemaTopic,
  schemaObjectsTopic,
  sitesTopic,
  domainTopic,
  domainControllersTopic,
  trustsTopic,
  serversTopic,
  pilotUsersTopic,
  pilotComputersTopic,
  deviceRegistrationTopic,
  registeredDevicesTopic,
  certificationAuthoritiesTopic,
  certificateTemplatesTopic,
  certificateOidsTopic,
  ntAuthTopic,
  crlDistributionPointsTopic,
  groupPolicyTopic,
  accessControlTopic,
  groupsTopic,
  pkiAccessControlTopic,
  authorityComputersTopic,
  privilegedGroupsTopic,
  serviceAccountsTopic,
] as const;

export type AnyDirectoryTopic = (typeof directoryTopics)[number];
export type DirectoryTopicKind = AnyDirectoryTopic['kind'];
