import check from '../../../../src-main/checks/pki/pki-015-unpublished-templates.check';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { forest, guid } from '../contoso';
import { authoritiesOf, authority, caGuid, secondAuthority, secondCaGuid } from './authorities';
import { builtInTemplates, controllerTemplate, templatesOf } from './templates';

const cn = 'DomainControllerAuthentication(Kerberos)';
const templates = templatesOf([...builtInTemplates, controllerTemplate()]);
const publishing = (first: readonly string[], second?: readonly string[]): CheckCase['evidence'][number] =>
  authoritiesOf([
    authority({ templates: first }),
    ...(second === undefined ? [] : [secondAuthority({ templates: second })]),
  ]);

describeCheck(check, [
  {
    name: 'only the replacement is published',
    evidence: [templates, publishing([cn, 'WebServer'], [])],
    outcome: 'pass',
    says: ['None of 2 CAs'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'pass' },
  },
  {
    name: 'the second CA still offers an old one',
    evidence: [templates, publishing([cn], ['domaincontroller', 'KerberosAuthentication'])],
    outcome: 'warning',
    severity: 'medium',
    says: ['Contoso Issuing CA 2', 'domaincontroller and KerberosAuthentication'],
    objects: { [caGuid]: 'pass', [secondCaGuid]: 'warning' },
  },
  {
    name: 'a superseded custom template is still offered',
    evidence: [
      templatesOf([
        ...builtInTemplates,
        controllerTemplate({ supersedes: ['DCAlt'] }),
        controllerTemplate({ cn: 'DCAlt', objectGuid: guid(141) }),
      ]),
      publishing([cn, 'DCAlt']),
    ],
    outcome: 'warning',
    says: ['still offers DCAlt'],
  },
  {
    name: 'replacement not published, old ones kept',
    evidence: [templates, publishing(['KerberosAuthentication'])],
    outcome: 'warning',
    says: ['not published yet'],
    objects: { [`forest:${forest}`]: 'warning' },
  },
  {
    name: 'replacement not published, old ones removed',
    evidence: [templates, publishing([])],
    outcome: 'fail',
    says: ['taken off the CAs', cn],
  },
  {
    name: 'nothing for domain controllers at all',
    evidence: [templatesOf(builtInTemplates), publishing([])],
    outcome: 'fail',
    says: ['No CA offers any template'],
  },
  {
    name: 'a published template nobody can see may be the replacement',
    evidence: [templatesOf(builtInTemplates), publishing(['Hidden'])],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['Hidden'],
  },
  {
    name: 'built-in templates kept in use',
    evidence: [templatesOf(builtInTemplates), publishing(['KerberosAuthentication', 'DomainController'])],
    outcome: 'not-applicable',
    says: ['kept in use'],
  },
  {
    name: 'templates of the second forest not read',
    evidence: [
      templates,
      publishing([cn]),
      authoritiesOf([secondAuthority({ templates: ['DomainController'] })], 'fabrikam.com'),
    ],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [caGuid]: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'CAs of a forest in scope refused',
    evidence: [templates, publishing([cn]), failed('ad.certification-authorities', 'fabrikam.com', 'access-denied')],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'access-denied',
    objects: { [caGuid]: 'pass', 'forest:fabrikam.com': 'unknown' },
  },
  {
    name: 'no CA in the forest',
    evidence: [templates, authoritiesOf([])],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
