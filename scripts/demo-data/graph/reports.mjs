import { list, seconds } from './answer.mjs';
import { cloudName } from './directory.mjs';

/** Who registered for a second factor; `org.cloud.unregistered` counts people who did not. */
function registrations(org, people, clients) {
  const withHello = new Set(clients.filter(({ key }) => key).map(({ user }) => user));
  return list(
    'reports/authenticationMethods/userRegistrationDetails',
    people
      .filter(({ enabled }) => enabled)
      .map((person, index) => {
        const isRegistered = !org.cloud.unregistered.includes(index);
        const methods = [
          isRegistered && 'microsoftAuthenticatorPush',
          withHello.has(person) && 'windowsHelloForBusiness',
        ];
        return {
          id: org.guidFor(`entra ${person.login}`),
          userPrincipalName: cloudName(org, person),
          userDisplayName: person.name,
          isMfaCapable: isRegistered,
          isMfaRegistered: isRegistered,
          methodsRegistered: methods.filter(Boolean),
        };
      }),
  );
}

/** The Hello methods of one person, whom only the context of the answer names. */
const helloMethods = (org, { user, device, key, provisioned }) =>
  list(`users('${cloudName(org, user)}')/authentication/windowsHelloForBusinessMethods(device(deviceId))`, [
    {
      id: Buffer.from(key).toString('base64url'),
      displayName: device.name,
      createdDateTime: seconds(provisioned),
      keyStrength: 'normal',
      device: { id: device.objectId, deviceId: device.deviceId },
    },
  ]);

const audit = (org, { activity, time, target, actor }) => ({
  id: `Directory_${org.guidFor(`audit ${time}`)}`,
  category: 'DirectoryManagement',
  correlationId: org.guidFor(`audit correlation ${time}`),
  result: 'success',
  resultReason: '',
  activityDisplayName: activity,
  activityDateTime: time,
  loggedByService: 'Core Directory',
  operationType: 'Update',
  initiatedBy: { user: { userPrincipalName: actor }, app: null },
  targetResources: [{ id: null, displayName: target, type: 'Domain' }],
});

/** Answers of the reports and the audit log, by the name of the file. */
export function reportAnswers(org, { people, clients }) {
  const provisioned = clients.filter(({ key }) => key);
  return {
    'userRegistrationDetails.json': registrations(org, people, clients),
    ...Object.fromEntries(
      provisioned.map((client) => [
        `windowsHelloForBusinessMethods-${client.user.login}.json`,
        helloMethods(org, client),
      ]),
    ),
    'directoryAudits.json': list(
      'auditLogs/directoryAudits',
      org.cloud.audits.map((one) => audit(org, one)),
    ),
  };
}
