import check from '../../../../src-main/checks/sso/sso-014-scep-profile.check';
import type { IntuneCertificateProfile } from '../../../../src-shared/model/evidence/intune';
import { type CheckCase, describeCheck } from '../check-cases';
import { certificateProfiles, scepId, scepProfile } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const wrong = (name: string, more: Partial<IntuneCertificateProfile>, note: string): CheckCase => ({
  name,
  scope,
  evidence: [certificateProfiles(scepProfile(more))],
  outcome: 'fail',
  severity: 'blocker',
  objects: { [scepId]: 'fail' },
  notes: { [scepId]: note },
});
const odd = (name: string, more: Partial<IntuneCertificateProfile>, note: string): CheckCase => ({
  ...wrong(name, more, note),
  outcome: 'warning',
  severity: 'medium',
  objects: { [scepId]: 'warning' },
});

describeCheck(check, [
  { name: 'the values of the guide', scope, evidence: [certificateProfiles(scepProfile())], outcome: 'pass' },
  { name: 'no profile', scope, evidence: [certificateProfiles()], outcome: 'fail', says: ['No SCEP profile'] },
  {
    name: 'profiles for Wi-Fi only',
    scope,
    evidence: [
      certificateProfiles(
        scepProfile({ keyStorageProvider: 'useTpmKspOtherwiseFail', extendedKeyUsages: ['1.3.6.1.5.5.7.3.2'] }),
      ),
    ],
    outcome: 'fail',
    says: ['1 certificate profile'],
  },
  wrong('software keys', { keyStorageProvider: 'useSoftwareKsp' }, 'Windows Hello for Business'),
  wrong('the store of the device', { certificateStore: 'machine' }, 'store of the user'),
  wrong('no smart card usage', { extendedKeyUsages: ['1.3.6.1.5.5.7.3.2'] }, 'Smart Card Logon'),
  wrong('no UPN', { subjectAlternativeNames: [] }, 'UPN'),
  wrong('no digital signature', { keyUsage: 'keyEncipherment' }, 'digital signature'),
  wrong('plain HTTP', { scepServerUrls: ['http://ndes/certsrv/mscep/mscep.dll'] }, 'HTTPS'),
  wrong('assigned to nobody', { assignedGroups: [] }, 'nobody'),
  odd('another subject', { subjectNameFormatString: 'CN={{UserPrincipalName}}' }, 'another subject'),
  odd('a larger key', { keySize: 'size4096' }, '2048'),
  odd('SHA-1', { hashAlgorithm: 'sha1' }, 'SHA-2'),
  { name: 'no NDES in scope', evidence: [certificateProfiles()], outcome: 'not-applicable' },
]);
