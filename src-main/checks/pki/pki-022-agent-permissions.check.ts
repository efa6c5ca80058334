import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { adfsAccounts, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { autoEnrolleesOf, type Enrollee, enrolleesOf } from '../../evidence/derived/template-enrolment';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { accountNames, adfsIsAuthority, judgeAdfsEnrolment } from './adfs-enrolment';
import { agentRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-022',
  revision: 1,
  why: 'Whoever enrols this template can have certificates issued for other users; AD FS needs it, and nobody else.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...templateNeeds, ...principalNeeds, ...adfsNeeds],
  appliesTo: adfsIsAuthority,
  evaluate(inputs, { scope }) {
    const principals = principalsOf(inputs, scope);
    const accounts = adfsAccounts(inputs, scope);
    return judgeRole(
      agentRole,
      inputs,
      scope,
      (template) => judgePermissions(template, accounts, principals),
      (template) => ({
        observed: describe(enrolleesOf(template, principals)),
        expected: `enrolment for ${accountNames(accounts) || 'the AD FS service account'} only`,
      }),
    );
  },
  remediation: {
    task: 'Let only the AD FS account enrol as enrolment agent.',
    steps: [
      'Open the template in certtmpl.msc, tab “Security”.',
      'Clear “Enroll” and “Autoenroll” for every group that was inherited from the source template, Domain Admins and Enterprise Admins included.',
      'Add the AD FS service account with “Read” and “Enroll”; a group may stand for it only when nobody else is in it.',
      'Restart AD FS, so that it enrols.',
    ],
    command: [
      'certtmpl.msc',
      'dsacls "CN=WHFBEnrollmentAgent,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com"',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: '`dsacls` shows “Enroll” for the AD FS service account and for nobody else.',
    revert: 'Give the former permissions back on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const describe = (enrollees: readonly Enrollee[] | undefined): string => {
  if (enrollees === undefined) return 'permissions not visible';
  return enrollees.length === 0
    ? 'enrolment for nobody'
    : `enrolment for ${listed(
        enrollees.map(({ title }) => title),
        10,
      )}`;
};

function judgePermissions(
  template: CertificateTemplate,
  accounts: readonly ServiceAccount[],
  principals: PrincipalView,
): TemplateVerdict {
  const { securityDescriptor } = template;
  const enrollees = enrolleesOf(template, principals);
  if (securityDescriptor === undefined || enrollees === undefined) return notReturned('nTSecurityDescriptor');
  const own = new Set(accounts.flatMap((account) => [...principals.tokenOf(account).sids]));
  return combined(
    [
      ...judgeAdfsEnrolment(securityDescriptor, accounts, principals),
      ...judgeOthers(enrollees, own, accounts.length > 0),
      ...judgeAutoEnrolment(autoEnrolleesOf(template, principals) ?? [], own),
    ],
    `lets the AD FS service account (${accountNames(accounts)}) enrol and nobody else besides Tier 0`,
  );
}

/** Everybody but AD FS, the groups it is in, and Tier 0. Groups of ordinary users stay what they are even when AD FS is in them. */
function judgeOthers(
  enrollees: readonly Enrollee[],
  own: ReadonlySet<string>,
  isAdfsKnown: boolean,
): readonly TemplateVerdict[] {
  const titles = (some: readonly Enrollee[]): string => listed(some.map(({ title }) => title));
  const everybody = enrollees.filter(({ reach }) => reach === 'everybody');
  const others = enrollees.filter(({ sid, reach }) => reach !== 'everybody' && reach !== 'privileged' && !own.has(sid));
  return [
    ...(everybody.length > 0 ? [fault(`lets ${titles(everybody)} enrol`, 'high')] : []),
    ...(others.length > 0 && isAdfsKnown ? [risk(`lets ${titles(others)} enrol as well`, 'high')] : []),
  ];
}

/** Harmless for AD FS: one of Microsoft's guides asks for it. */
const judgeAutoEnrolment = (holders: readonly Enrollee[], own: ReadonlySet<string>): readonly TemplateVerdict[] =>
  holders.some(({ sid }) => own.has(sid)) ? [risk('lets AD FS autoenrol too, which it does not need', 'low')] : [];
