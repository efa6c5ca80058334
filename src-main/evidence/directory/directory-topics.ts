import { certificateTemplatesTopic } from './certificate-templates-topic';
import { certificationAuthoritiesTopic } from './certification-authorities-topic';
import { crlDistributionPointsTopic } from './crl-distribution-points-topic';
import { deviceRegistrationTopic } from './device-registration-topic';
import { domainControllersTopic } from './domain-controllers-topic';
import { domainTopic } from './domain-topic';
import { groupPolicyTopic } from './group-policy-topic';
import { ntAuthTopic } from './nt-auth-topic';
import { partitionsTopic } from './partitions-topic';
import { pilotComputersTopic } from './pilot-computers-topic';
import { pilotUsersTopic } from './pilot-users-topic';
import { registeredDevicesTopic } from './registered-devices-topic';
import { schemaTopic } from './schema-topic';

/** Every topic read from a directory but the rootDSE, the one about domains first: others may follow from it. */
export const directoryTopics = [
  partitionsTopic,
  schemaTopic,
  domainTopic,
  domainControllersTopic,
  pilotUsersTopic,
  pilotComputersTopic,
  deviceRegistrationTopic,
  registeredDevicesTopic,
  certificationAuthoritiesTopic,
  certificateTemplatesTopic,
  ntAuthTopic,
  crlDistributionPointsTopic,
  groupPolicyTopic,
] as const;

export type AnyDirectoryTopic = (typeof directoryTopics)[number];
export type DirectoryTopicKind = AnyDirectoryTopic['kind'];
