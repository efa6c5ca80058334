import { X509Certificate } from 'node:crypto';
import type { IntuneCertificateProfile } from '../../../src-shared/model/evidence/intune';
import { booleanOf, type JsonObject, numberOf, objectsOf, stringOf, stringsOf } from '../json';
import { present } from '../present';
import { printable } from '../printable';
import { assignmentsOf } from './assignments';
import { helloPolicies } from './hello-policies';
import { required, shown } from './objects';
import { graphTopic } from './topic';

const typeOf = (item: JsonObject): string => stringOf(item, '@odata.type')?.replace('#microsoft.graph.', '') ?? '';

const helloEnrollment = graphTopic({
  kind: 'intune.hello-enrollment',
  lists: ['enrollment-configurations'],
  read({ items }) {
    const configurations = items('enrollment-configurations')
      .filter((item) => typeOf(item) === 'deviceEnrollmentWindowsHelloForBusinessConfiguration')
      .map((item) => ({
        id: required(item, 'id').toLowerCase(),
        displayName: shown(item, 'displayName') ?? '',
        state: required(item, 'state'),
        ...present({
          priority: numberOf(item, 'priority'),
          securityDeviceRequired: booleanOf(item, 'securityDeviceRequired'),
          pinMinimumLength: numberOf(item, 'pinMinimumLength'),
          pinExpirationInDays: numberOf(item, 'pinExpirationInDays'),
        }),
      }));
    return { data: { configurations }, facts: configurations.length };
  },
});

const certificateProfiles = graphTopic({
  kind: 'intune.certificate-profiles',
  lists: ['device-configurations'],
  read({ items }) {
    const profiles = items('device-configurations').flatMap((item): readonly IntuneCertificateProfile[] => {
      if (typeOf(item) === 'windows81TrustedRootCertificate') return [{ ...common(item), ...trustedRoot(item) }];
      return typeOf(item) === 'windows81SCEPCertificateProfile' ? [{ ...common(item), ...scepProfile(item) }] : [];
    });
    return { data: { profiles }, facts: profiles.length };
  },
});

function common(
  item: JsonObject,
): Pick<IntuneCertificateProfile, 'id' | 'displayName' | 'assignedGroups' | 'isAssignedToAll'> {
  const { assignedGroups, isAssignedToAll } = assignmentsOf(item);
  return {
    id: required(item, 'id').toLowerCase(),
    displayName: shown(item, 'displayName') ?? '',
    assignedGroups,
    isAssignedToAll,
  };
}

const trustedRoot = (item: JsonObject) =>
  ({
    kind: 'trusted-root',
    ...present({
      thumbprint: thumbprintOf(stringOf(item, 'trustedRootCertificate')),
      destinationStore: shown(item, 'destinationStore'),
    }),
  }) as const;

/** Intune keeps the file that was uploaded, in base64: DER or PEM. */
function thumbprintOf(certificate: string | undefined): string | undefined {
  if (certificate === undefined || certificate.length > 65_536) return undefined;
  try {
    return new X509Certificate(Buffer.from(certificate, 'base64')).fingerprint.replaceAll(':', '');
  } catch {
    return undefined;
  }
}

const scepProfile = (item: JsonObject) =>
  ({
    kind: 'scep',
    subjectAlternativeNames: objectsOf(item, 'customSubjectAlternativeNames').map((entry) => ({
      type: shown(entry, 'sanType') ?? '',
      value: shown(entry, 'name') ?? '',
    })),
    extendedKeyUsages: objectsOf(item, 'extendedKeyUsages').flatMap((usage) => shown(usage, 'objectIdentifier') ?? []),
    ...present({
      certificateStore: shown(item, 'certificateStore'),
      keyStorageProvider: shown(item, 'keyStorageProvider'),
      subjectNameFormat: shown(item, 'subjectNameFormat'),
      subjectNameFormatString: shown(item, 'subjectNameFormatString'),
      keySize: shown(item, 'keySize'),
      keyUsage: shown(item, 'keyUsage'),
      hashAlgorithm: shown(item, 'hashAlgorithm'),
      renewalThresholdPercentage: numberOf(item, 'renewalThresholdPercentage'),
      scepServerUrls: stringsOf(item, 'scepServerUrls')?.map((url) => printable(url, 2048)),
    }),
  }) as const;

const managedDevices = graphTopic({
  kind: 'intune.managed-devices',
  lists: ['managed-devices'],
  read({ items, complete }) {
    const devices = items('managed-devices').map((device) => ({
      azureAdDeviceId: (shown(device, 'azureADDeviceId') ?? '').toLowerCase(),
      deviceName: shown(device, 'deviceName') ?? '',
      managementAgent: required(device, 'managementAgent'),
      ...present({
        complianceState: shown(device, 'complianceState'),
        lastSyncDateTime: shown(device, 'lastSyncDateTime'),
      }),
    }));
    return { data: { devices, complete }, facts: devices.length };
  },
});

const ndesConnectors = graphTopic({
  kind: 'intune.ndes-connectors',
  lists: ['ndes-connectors'],
  read({ items }) {
    const connectors = items('ndes-connectors').map((connector) => ({
      displayName: shown(connector, 'displayName') ?? shown(connector, 'machineName') ?? '',
      state: required(connector, 'state'),
      ...present({
        lastConnection: shown(connector, 'lastConnectionDateTime'),
        version: shown(connector, 'connectorVersion'),
      }),
    }));
    return { data: { connectors }, facts: connectors.length };
  },
});

/** Device management. */
export const intuneTopics = [
  helloEnrollment,
  helloPolicies,
  certificateProfiles,
  managedDevices,
  ndesConnectors,
] as const;
