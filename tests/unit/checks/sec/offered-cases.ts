import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { type CheckCase, failed } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority, caGuid } from '../pki/authorities';
import { templatesOf } from '../pki/templates';
import { type PrincipalChanges, principalRecords } from '../principals';

/** Evidence of a forest that publishes exactly these templates. */
export const offering = (
  templates: readonly CertificateTemplate[],
  principals: PrincipalChanges = {},
): CheckCase['evidence'] => [
  templatesOf(templates),
  authoritiesOf([authority({ templates: templates.map(({ cn }) => cn) })]),
  ...principalRecords(principals),
];

/** What holds for every check of published templates; `safe` is one that passes, `faulty` one that does not when it is published. */
export const offeredCases = (safe: CertificateTemplate, faulty: CertificateTemplate): readonly CheckCase[] => [
  {
    name: 'a faulty template that no CA publishes',
    evidence: [
      templatesOf([safe, faulty]),
      authoritiesOf([authority({ templates: [safe.cn] })]),
      ...principalRecords(),
    ],
    outcome: 'pass',
    objects: { [safe.objectGuid ?? '']: 'pass' },
  },
  {
    name: 'a published template that is hidden',
    evidence: [
      templatesOf([safe]),
      authoritiesOf([authority({ templates: [safe.cn, 'Verborgen'] })]),
      ...principalRecords(),
    ],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['Verborgen'],
    objects: { [safe.objectGuid ?? '']: 'pass', 'published:verborgen': 'unknown' },
  },
  {
    name: 'nothing published',
    evidence: [templatesOf([safe, faulty]), authoritiesOf([authority({ templates: [] })]), ...principalRecords()],
    outcome: 'not-applicable',
  },
  {
    name: 'the container of templates is not visible',
    evidence: [templatesOf([], forest, false), authoritiesOf([authority({ templates: [] })]), ...principalRecords()],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [`forest:${forest}`]: 'unknown' },
  },
  {
    name: 'the CAs of a second forest were not read',
    evidence: [...offering([safe]), templatesOf([faulty], 'fabrikam.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [safe.objectGuid ?? '']: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'a second forest out of scope',
    evidence: [
      ...offering([safe]),
      templatesOf([faulty], 'fabrikam.com'),
      authoritiesOf([authority({ objectGuid: caGuid, templates: [faulty.cn] })], 'fabrikam.com'),
    ],
    scope: { forests: [forest] },
    outcome: 'pass',
    objects: { [safe.objectGuid ?? '']: 'pass' },
  },
  {
    name: 'templates denied',
    evidence: [failed('ad.certificate-templates', forest, 'access-denied'), authoritiesOf([authority()])],
    outcome: 'unknown',
    reason: 'access-denied',
  },
];
