import type { QuestionId } from '../../../src-shared/interview/questions';
import { isBuiltIn, isSameName } from '../../evidence/derived/template-roles';
import { defineCheck } from '../define-check';
import { helloRole, templateNeeds, viewOf } from '../pki/judge-role';
import { pass, unknown, warning } from '../result';
import { listed } from '../wording';

/** What the interview asks: are there profiles of Configuration Manager? */
const question: QuestionId = 'configuration-manager-profiles';

export default defineCheck({
  id: 'POL-012',
  revision: 1,
  why: 'Hello profiles of Configuration Manager are not supported since version 2203, and their registration authority competes with AD FS for the same certificates.',
  sources: ['https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/'],
  outcomes: ['pass', 'warning'],
  needs: ['interview.answer?', 'ad.certificate-templates?', templateNeeds[1]],
  asks: [question],
  evaluate(inputs, { scope }) {
    const answer = inputs['interview.answer'].records.find(({ data }) => data.question === question)?.data;
    const view = viewOf(inputs, scope);
    const isCustom = (name: string): boolean =>
      !view.templates.some(({ template }) => isBuiltIn(template) && isSameName(template.cn, name));
    const superseding = helloRole
      .candidates(view)
      .map(({ template }) => ({ cn: template.cn, older: template.supersedes.filter(isCustom) }))
      .filter(({ older }) => older.length > 0);
    const observations = [
      ...(answer === undefined
        ? []
        : [{ label: `Said by ${answer.saidBy} on ${answer.saidOn}`, observed: answer.answer }]),
      ...superseding.map(({ cn, older }) => ({ label: `${cn} supersedes`, observed: listed(older, 20) })),
    ];
    const trace =
      superseding.length === 0
        ? ''
        : ` Older templates are superseded (${listed(superseding.flatMap(({ older }) => older))}); one of them may have served it.`;
    switch (answer?.answer.toLowerCase()) {
      case 'none':
        return pass({
          summary: `Configuration Manager has no Hello profiles, as ${answer?.saidBy ?? 'somebody'} said.${trace}`,
          observations,
        });
      case 'present':
        return warning({
          summary: `Configuration Manager has Hello profiles, as ${answer?.saidBy ?? 'somebody'} said; they are not supported.${trace}`,
          observations,
        });
      default:
        return unknown('not-collected', {
          summary: `Whether Configuration Manager has Hello profiles was not asked.${trace}`,
          observations,
        });
    }
  },
  remediation: {
    task: 'Remove the Hello profiles of Configuration Manager.',
    steps: [
      'Remove the Hello profiles from their collections in Configuration Manager, and set the policy by group policy or Intune (POL-001).',
      'Let the template of AD FS supersede the one the certificate registration point used, so that its certificates are replaced.',
    ],
    command: 'Get-CMWindowsHelloForBusinessProfile | Format-List LocalizedDisplayName, IsAssigned',
    verify: 'The command lists no profile.',
    revert: 'Assign the profiles again.',
    right: 'Full Administrator of Configuration Manager',
  },
});
