import check from '../../../../src-main/checks/sso/sso-016-scep-strong-mapping.check';
import { describeCheck, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { certificateProfiles, scepId, scepProfile } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const controllers = (...builds: readonly (number | undefined)[]) =>
  record('ad.domain-controllers', forest, {
    controllers: builds.map((build, index) => ({
      distinguishedName: `CN=DC${index},DC=contoso,DC=com`,
      objectGuid: guid(index),
      dnsHostName: `dc0${index}.contoso.com`,
      readOnly: false,
      ...(build === undefined ? {} : { build }),
    })),
  });
const profile = certificateProfiles(scepProfile());

describeCheck(check, [
  { name: 'the SID, and current controllers', scope, evidence: [profile, controllers(20348, 17763)], outcome: 'pass' },
  {
    name: 'no SID',
    scope,
    evidence: [certificateProfiles(scepProfile({ subjectAlternativeNames: [] })), controllers(20348)],
    outcome: 'fail',
    severity: 'high',
    notes: { [scepId]: 'carry no SID' },
  },
  {
    name: 'a controller of 2016',
    scope,
    evidence: [profile, controllers(20348, 14393)],
    outcome: 'fail',
    says: ['dc01.contoso.com is too old'],
  },
  {
    name: 'a release not known',
    scope,
    evidence: [profile, controllers(20348, undefined)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no profile',
    scope,
    evidence: [certificateProfiles(), controllers(20348)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no NDES in scope', evidence: [profile, controllers(14393)], outcome: 'not-applicable' },
]);
