import { plusMinutes } from '../formats/binary-forms.mjs';
import { list, seconds } from './answer.mjs';

const enrolment = (org) =>
  list('deviceManagement/deviceEnrollmentConfigurations', [
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentWindowsHelloForBusinessConfiguration',
      id: `${org.tenant.id}_DefaultWindowsHelloForBusiness`,
      displayName: 'All users and all devices',
      description:
        'This is the default Windows Hello for Business configuration applied with the lowest priority to all users regardless of group membership.',
      priority: 0,
      state: org.cloud.intune.enrolmentState,
      securityDeviceRequired: false,
      pinMinimumLength: 6,
      pinMaximumLength: 127,
      pinExpirationInDays: 0,
      pinPreviousBlockCount: 0,
      unlockWithBiometricsEnabled: true,
    },
    {
      '@odata.type': '#microsoft.graph.deviceEnrollmentLimitConfiguration',
      id: `${org.tenant.id}_DefaultLimit`,
      displayName: 'All users and all devices',
      priority: 0,
      limit: 5,
    },
  ]);

/** Devices of the pilot are managed by group policy; the others named here have an agent of Intune. */
const managedDevices = (org, devices) =>
  list(
    'deviceManagement/managedDevices',
    devices
      .filter(({ name }) => org.cloud.intune.managed.includes(name))
      .map((device) => ({
        id: org.guidFor(`managed ${device.name}`),
        azureADDeviceId: device.deviceId,
        deviceName: device.name,
        managementAgent: 'mdm',
        complianceState: 'compliant',
        lastSyncDateTime: seconds(plusMinutes(org.instant, -200)),
      })),
  );

/** Answers of Intune, by the name of the file. An organisation that steers by group policy has little in it. */
export const intuneAnswers = (org, { devices }) => ({
  'deviceEnrollmentConfigurations.json': enrolment(org),
  'configurationPolicies.json': list('deviceManagement/configurationPolicies(settings(),assignments())', [], 'beta'),
  'deviceConfigurations.json': list('deviceManagement/deviceConfigurations(assignments())', [], 'beta'),
  'intents.json': list('deviceManagement/intents', [], 'beta'),
  'managedDevices.json': managedDevices(org, devices),
  'ndesConnectors.json': list('deviceManagement/ndesConnectors', [], 'beta'),
});
