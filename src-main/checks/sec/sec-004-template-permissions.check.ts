import { type Right, trusteesWith } from '../../evidence/derived/effective-rights';
import { type Outsider, outsidersAmong, outsidersInWords } from '../../evidence/derived/outsiders';
import type { PrincipalView } from '../../evidence/derived/principals';
import { templateAttributes } from '../../knowledge/access-rights';
import { defineCheck } from '../define-check';
import { fault, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';
import { judgeOffered, type Offered, offeredNeeds } from './judge-offered-templates';

/** What turns a template into another one: control of it, or of one of the attributes that decide who gets which certificate. */
const rewriting: readonly Right[] = [
  { kind: 'control' },
  ...templateAttributes.map((attribute): Right => ({ kind: 'write-property', attribute })),
];

export default defineCheck({
  id: 'SEC-004',
  revision: 1,
  why: 'Whoever can edit a published template can let himself enrol a certificate in the name of anybody.',
  sources: [
    'https://learn.microsoft.com/defender-for-identity/security-assessment-edit-misconfigured-acl',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adts/',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: offeredNeeds,
  evaluate: (inputs, { scope }) =>
    judgeOffered(inputs, scope, judgePermissions, {
      fault: ['can be changed by accounts outside Tier 0', 'can be changed by accounts outside Tier 0'],
      risk: ['has an owner that should be a group', 'have an owner that should be a group'],
      inOrder: (count) =>
        `Only Tier 0 can change ${count === 1 ? 'the published template' : `any of the ${count} published templates`}.`,
    }),
  remediation: {
    task: 'Close ESC4: take write rights on templates away.',
    steps: [
      'Open the template in certtmpl.msc, tab “Security”, and take “Write” and “Full control” from everybody but Domain Admins and Enterprise Admins.',
      'Under “Advanced”, make Enterprise Admins the owner.',
      'Look at the change log of the template before it goes back into use: event 4899 on the CA, `msPKI-Template-Minor-Revision` in AD.',
    ],
    command: [
      'dsacls "CN=WHFBAuthentication,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com"',
      'dsacls "CN=WHFBAuthentication,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com" /R "CONTOSO\\helpdesk"',
    ].join('\n'),
    verify: '`dsacls` shows write access for administrators only, and Enterprise Admins as the owner.',
    revert: 'Give the former permissions back on the same tab.',
    right: 'Enterprise Admins, or full control of the template',
  },
});

function judgePermissions({ placed, principals }: Offered): TemplateVerdict {
  const { securityDescriptor, provenRights } = placed.template;
  const descriptor = securityDescriptor ?? provenRights;
  const trustees = descriptor === undefined ? [] : rewriting.flatMap((right) => trusteesWith(descriptor, right));
  const outsiders = outsidersAmong(trustees, principals);
  const sure = outsiders.filter(({ isSure }) => isSure);
  if (sure.length > 0) return fault(`can be changed by ${named(sure)}`);
  if (securityDescriptor === undefined)
    return {
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'has permissions that are not visible to the account that read',
    };
  if (outsiders.length > 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `can be changed by ${named(outsiders)}, of whom it is not known whether they belong to Tier 0`,
    };
  return judgeOwner(securityDescriptor.owner, principals);
}

const named = (outsiders: readonly Outsider[]): string => listed(outsidersInWords(outsiders));

function judgeOwner(owner: string | undefined, principals: PrincipalView): TemplateVerdict {
  if (owner === undefined)
    return { outcome: 'unknown', reason: 'access-denied', note: 'was read without the name of its owner' };
  if (principals.isAccount(owner))
    return { outcome: 'warning', severity: 'low', note: `belongs to ${principals.titleOf(owner)}, a single account` };
  return { outcome: 'pass', note: 'can be changed by Tier 0 only' };
}
