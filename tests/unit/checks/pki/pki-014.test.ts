import check from '../../../../src-main/checks/pki/pki-014-superseded-templates.check';
import { type CheckCase, describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { authoritiesOf, authority } from './authorities';
import { builtInTemplates, type Changes, controllerTemplate, templatesOf } from './templates';

const cn = 'DomainControllerAuthentication(Kerberos)';
const all = ['DomainController', 'DomainControllerAuthentication', 'KerberosAuthentication'];
const having = (changes: Changes): CheckCase['evidence'] => [
  templatesOf([...builtInTemplates, controllerTemplate(changes)]),
  authoritiesOf([authority()]),
];
/** Two published custom templates of domain controllers. */
const pair = (first: readonly string[], second: readonly string[]): CheckCase['evidence'] => [
  templatesOf([
    ...builtInTemplates,
    controllerTemplate({ supersedes: first }),
    controllerTemplate({ cn: 'DCAlt', objectGuid: guid(141), supersedes: second }),
  ]),
  authoritiesOf([authority({ templates: [cn, 'DCAlt'] })]),
];

describeCheck(check, [
  { name: 'sample A.8', evidence: having({}), outcome: 'pass', objects: { [guid(103)]: 'pass' } },
  {
    name: 'names in other case and order',
    evidence: having({ supersedes: [...all].reverse().map((name) => name.toUpperCase()) }),
    outcome: 'pass',
  },
  {
    name: 'one missing',
    evidence: having({ supersedes: all.slice(0, 2) }),
    outcome: 'warning',
    severity: 'medium',
    says: ['does not supersede KerberosAuthentication'],
    differs: [cn],
  },
  { name: 'nothing superseded', evidence: having({ supersedes: [] }), outcome: 'warning', says: ['DomainController,'] },
  {
    name: 'a custom predecessor superseded as well',
    evidence: pair([...all, 'DCAlt'], all),
    outcome: 'pass',
    objects: { [guid(103)]: 'pass', [guid(141)]: 'not-applicable' },
  },
  {
    name: 'a custom predecessor that stays',
    evidence: pair(all, all),
    outcome: 'warning',
    says: ['does not supersede DCAlt'],
    objects: { [guid(103)]: 'warning', [guid(141)]: 'warning' },
  },
  {
    name: 'templates of another forest need not be superseded',
    evidence: [
      ...having({}),
      templatesOf([controllerTemplate({ cn: 'FabrikamDC', objectGuid: guid(142) })], 'fabrikam.com'),
      authoritiesOf([authority({ templates: ['FabrikamDC'] })], 'fabrikam.com'),
    ],
    outcome: 'pass',
    objects: { [guid(103)]: 'pass', [guid(142)]: 'pass' },
  },
  {
    name: 'built-in templates kept in use',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: ['KerberosAuthentication'] })])],
    outcome: 'not-applicable',
  },
  {
    name: 'a hidden template may be the custom one',
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: ['Hidden'] })])],
    outcome: 'unknown',
    reason: 'contradictory',
    says: ['Hidden'],
  },
  {
    name: 'a draft beside the one in use need not be superseded',
    evidence: [
      templatesOf([controllerTemplate(), controllerTemplate({ cn: 'Entwurf', objectGuid: guid(143), supersedes: [] })]),
      authoritiesOf([authority()]),
    ],
    outcome: 'pass',
    objects: { [guid(103)]: 'pass' },
  },
]);
