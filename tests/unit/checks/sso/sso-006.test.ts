import check from '../../../../src-main/checks/sso/sso-006-root-deployed.check';
import type { IntuneCertificateProfile } from '../../../../src-shared/model/evidence/intune';
import { describeCheck, record } from '../check-cases';
import { forest } from '../contoso';
import { authority, certificate } from '../pki/authorities';
import { certificateProfiles, scepProfile } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const [root, old, issuing] = ['A1'.repeat(20), 'A2'.repeat(20), 'B1'.repeat(20)];
const rootFacts = certificate({ thumbprint: root, subject: 'CN=Root', issuer: 'CN=Root', selfIssued: true });
const published = (roots = [rootFacts]) =>
  record('ad.certification-authorities', forest, {
    containerFound: true,
    authorities: [
      {
        ...authority(),
        certificates: [
          certificate({ thumbprint: issuing, subject: 'CN=Issuing', issuer: 'CN=Root', selfIssued: false }),
        ],
      },
    ],
    roots,
    intermediates: [],
  });
const trusted = (
  thumbprint: string,
  destinationStore: string,
  more: Partial<IntuneCertificateProfile> = {},
): IntuneCertificateProfile => ({
  id: thumbprint,
  displayName: 'Trusted',
  kind: 'trusted-root',
  thumbprint,
  destinationStore,
  assignedGroups: ['a3b1'],
  isAssignedToAll: false,
  ...more,
});
const both = [trusted(root, 'computerCertStoreRoot'), trusted(issuing, 'computerCertStoreIntermediate')];

describeCheck(check, [
  {
    name: 'root and issuing CA',
    scope,
    evidence: [published(), certificateProfiles(...both)],
    outcome: 'pass',
    objects: { [root]: 'pass' },
  },
  {
    name: 'root only',
    scope,
    evidence: [published(), certificateProfiles(...both.slice(0, 1))],
    outcome: 'warning',
    severity: 'low',
    says: ['issuing CA'],
  },
  {
    name: 'no profile',
    scope,
    evidence: [published(), certificateProfiles(scepProfile())],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'another root',
    scope,
    evidence: [published(), certificateProfiles(trusted(old, 'computerCertStoreRoot'))],
    outcome: 'fail',
    notes: { [root]: 'No profile' },
  },
  {
    name: 'another store',
    scope,
    evidence: [published(), certificateProfiles(trusted(root, 'userCertStoreIntermediate'))],
    outcome: 'fail',
    notes: { [root]: 'another store' },
  },
  {
    name: 'assigned to nobody',
    scope,
    evidence: [published(), certificateProfiles(trusted(root, 'computerCertStoreRoot', { assignedGroups: [] }))],
    outcome: 'fail',
  },
  {
    name: 'a former root does not matter',
    scope,
    evidence: [
      published([rootFacts, certificate({ thumbprint: old, subject: 'CN=Old', issuer: 'CN=Old', selfIssued: true })]),
      certificateProfiles(...both),
    ],
    outcome: 'pass',
    objects: { [root]: 'pass' },
  },
  {
    name: 'a profile that cannot be read',
    scope,
    evidence: [
      published(),
      certificateProfiles({
        id: 'x',
        displayName: 'Trusted',
        kind: 'trusted-root',
        assignedGroups: [],
        isAssignedToAll: true,
      }),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no root in AD',
    scope,
    evidence: [published([]), certificateProfiles(...both)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no Entra joined devices', evidence: [published(), certificateProfiles()], outcome: 'not-applicable' },
]);
