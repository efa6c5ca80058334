import check from '../../../../src-main/checks/pol/pol-012-configuration-manager.check';
import { answered } from '../answers';
import { type CheckCase, describeCheck } from '../check-cases';
import { authoritiesOf, authority } from '../pki/authorities';
import { builtInTemplates, helloTemplate, templatesOf } from '../pki/templates';

const none = answered('configuration-manager-profiles', 'none');
const present = answered('configuration-manager-profiles', 'present');
const superseding = (...supersedes: readonly string[]): CheckCase['evidence'] => [
  templatesOf([...builtInTemplates, helloTemplate({ supersedes })]),
  authoritiesOf([authority({ templates: ['WHFBAuthentication'] })]),
];

describeCheck(check, [
  { name: 'none', evidence: [none], outcome: 'pass', says: ['Imke Brändt'] },
  { name: 'some', evidence: [present], outcome: 'warning', severity: 'medium', says: ['not supported'] },
  { name: 'not asked', evidence: superseding(), outcome: 'unknown', reason: 'not-collected', says: ['was not asked.'] },
  {
    name: 'not asked, and a trace in the templates',
    evidence: superseding('WHFB-RA-Größe'),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['WHFB-RA-Größe'],
  },
  {
    name: 'none any more, with a trace',
    evidence: [none, ...superseding('OldHello')],
    outcome: 'pass',
    says: ['OldHello'],
  },
  {
    name: 'none, and a built-in template is superseded',
    evidence: [none, ...superseding('SmartcardLogon')],
    outcome: 'pass',
  },
]);
