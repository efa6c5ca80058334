import check from '../../../../src-main/checks/pki/pki-004-root-distribution.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { describeCheck, failed, record } from '../check-cases';
import { forest, guid } from '../contoso';
import { authority, caGuid } from './authorities';
import { authoritiesWith } from './chain-evidence';
import { TestAuthority } from './test-authority';

const root = await TestAuthority.root('Contoso Root CA');
const policyCa = await root.subordinate('Contoso Policy CA');
const issuing = await policyCa.subordinate('Contoso Ausstellende CA Ä');
const direct = await root.subordinate('Contoso Issuing CA 1');
const oldRoot = { ...(await TestAuthority.root('Contoso Old Root')).facts, notAfter: '2024-01-01T00:00:00.000Z' };
const stranger = await TestAuthority.root('Contoso Root CA');

const gpo = guid(500);
const policy = (thumbprint: string, deletes = false): EvidenceRecord =>
  record('policy.registry', `${forest}/{${gpo}}`, {
    domain: forest,
    guid: gpo,
    machine: {
      count: 1,
      values: [
        {
          key: `Software\\Policies\\Microsoft\\SystemCertificates\\Root\\Certificates\\${thumbprint.toLowerCase()}`,
          name: deletes ? '*' : 'Blob',
          type: 3,
          value: '',
          deletes,
        },
      ],
    },
  });
const links = (disabled: boolean): EvidenceRecord =>
  record('ad.group-policy', forest, {
    objects: [],
    containers: [
      {
        distinguishedName: 'DC=contoso,DC=com',
        links: [{ guid: gpo, disabled, enforced: false }],
        blocksInheritance: false,
      },
    ],
  });
const withoutRoot = authoritiesWith([direct.facts], []);
const rootFile = record('pki.certificate', root.facts.thumbprint, { certificate: root.facts });

describeCheck(check, [
  {
    name: 'root and policy CA distributed',
    evidence: [authoritiesWith([issuing.facts], [root.facts], [policyCa.facts])],
    outcome: 'pass',
    objects: { [caGuid]: 'pass' },
    notes: { [caGuid]: 'Contoso Root CA, which the directory distributes' },
  },
  { name: 'a CA right below the root', evidence: [authoritiesWith([direct.facts], [root.facts])], outcome: 'pass' },
  { name: 'an enterprise root', evidence: [authoritiesWith([root.facts], [root.facts])], outcome: 'pass' },
  {
    name: 'the root is nowhere',
    evidence: [withoutRoot],
    outcome: 'fail',
    severity: 'high',
    says: ['the certificate of Contoso Root CA is not in the directory'],
    differs: [forest],
  },
  {
    name: 'the root is known, but not distributed',
    evidence: [withoutRoot, rootFile],
    outcome: 'fail',
    says: ['is not in the container Certification Authorities'],
  },
  {
    name: 'the root is in AIA only',
    evidence: [authoritiesWith([direct.facts], [], [root.facts])],
    outcome: 'fail',
    says: ['is not in the container Certification Authorities'],
  },
  {
    name: 'the policy CA is missing in AIA',
    evidence: [
      authoritiesWith([issuing.facts], [root.facts]),
      record('pki.certificate', policyCa.facts.thumbprint, { certificate: policyCa.facts }),
    ],
    outcome: 'fail',
    says: ['Contoso Policy CA, which signed above it, is not in the AIA container'],
  },
  {
    name: 'the policy CA is in no evidence',
    evidence: [authoritiesWith([issuing.facts], [root.facts])],
    outcome: 'fail',
    says: ['the certificate of Contoso Policy CA'],
  },
  {
    name: 'another root with the same name',
    evidence: [authoritiesWith([direct.facts], [stranger.facts])],
    outcome: 'fail',
  },
  {
    name: 'the root comes from a linked policy',
    evidence: [withoutRoot, rootFile, policy(root.facts.thumbprint), links(false)],
    outcome: 'pass',
    notes: { [caGuid]: 'a group policy distributes' },
  },
  {
    name: 'the root is in a policy nobody links',
    evidence: [withoutRoot, rootFile, policy(root.facts.thumbprint), links(true)],
    outcome: 'fail',
  },
  {
    name: 'the root is in a policy whose links were not read',
    evidence: [withoutRoot, rootFile, policy(root.facts.thumbprint)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['where that is linked was not read'],
  },
  {
    name: 'a policy that takes the root away',
    evidence: [withoutRoot, rootFile, policy(root.facts.thumbprint, true), links(false)],
    outcome: 'fail',
  },
  {
    name: 'the root is in no evidence, but a policy distributes some root',
    evidence: [withoutRoot, policy('AB'.repeat(20)), links(false)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an expired root lingers',
    evidence: [authoritiesWith([direct.facts], [root.facts, oldRoot])],
    outcome: 'warning',
    objects: { [caGuid]: 'pass', [oldRoot.thumbprint]: 'warning' },
    says: ['is a root that has expired'],
  },
  {
    name: 'a certificate that cannot be decoded',
    evidence: [
      record('ad.certification-authorities', forest, {
        containerFound: true,
        authorities: [authority({ certificates: [], unreadableCertificates: 1 })],
        roots: [root.facts],
        intermediates: [],
      }),
    ],
    outcome: 'unknown',
    reason: 'unreadable',
  },
  {
    name: 'no CA',
    evidence: [
      record('ad.certification-authorities', forest, {
        containerFound: true,
        authorities: [],
        roots: [],
        intermediates: [],
      }),
    ],
    outcome: 'not-applicable',
  },
  {
    name: 'a forest nobody read',
    evidence: [
      authoritiesWith([direct.facts], [root.facts]),
      failed('ad.certification-authorities', 'fabrikam.com', 'unreachable'),
    ],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
