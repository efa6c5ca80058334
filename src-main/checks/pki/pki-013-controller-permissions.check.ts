import type { SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { enrolleesOf } from '../../evidence/derived/template-enrolment';
import type { PlacedTemplate } from '../../evidence/derived/template-roles';
import { type EnrolmentRights, enrolmentRights, tokenFor } from '../../evidence/derived/template-token';
import { allOf } from '../../evidence/derived/template-traits';
import { domainPrincipal, domainRid, wellKnownSid } from '../../knowledge/well-known-principals';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { type ForestDomains, forestDomainNeeds, forestDomainsOf } from './forest-domains';
import { controllerRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-013',
  revision: 1,
  why: 'Domain controllers renew by autoenrolment; without the right to read, enrol and autoenrol their template, their certificates run out one by one.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...templateNeeds, ...principalNeeds, ...forestDomainNeeds],
  evaluate(inputs, { scope }) {
    const principals = principalsOf(inputs, scope);
    return judgeRole(
      controllerRole,
      inputs,
      scope,
      (_, placed) => judgePermissions(placed, forestDomainsOf(placed.forest, inputs), principals),
      (template) => ({
        observed:
          listed(
            (enrolleesOf(template, principals) ?? []).map(({ title }) => title),
            10,
          ) || 'nobody, or not visible',
        expected:
          'Enterprise Domain Controllers, or Domain Controllers of every domain, with Read, Enroll and Autoenroll',
      }),
    );
  },
  remediation: {
    task: 'Let the domain controllers enrol their template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Security”.',
      'Give Enterprise Domain Controllers, or Domain Controllers of every domain, “Read”, “Enroll” and “Autoenroll”; likewise Enterprise Read-only Domain Controllers where there are any.',
      'Take “Enroll” from Domain Computers, Authenticated Users and other large groups.',
    ],
    command: [
      'certtmpl.msc',
      'dsacls "CN=DomainControllerAuthentication(Kerberos),CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com"',
      'certutil -pulse',
    ].join('\n'),
    verify: '`certutil -pulse` on a controller of each domain enrols a certificate of the template.',
    revert: 'Set the former permissions on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

function judgePermissions(
  { template }: PlacedTemplate,
  forest: ForestDomains,
  principals: PrincipalView,
): TemplateVerdict {
  const { securityDescriptor } = template;
  if (securityDescriptor === undefined) return notReturned('nTSecurityDescriptor');
  const wide = (enrolleesOf(template, principals) ?? []).filter(({ reach }) => reach === 'everybody');
  return combined(
    [
      ...judgeControllers(securityDescriptor, forest, principals),
      ...judgeReadOnly(securityDescriptor, forest, principals),
      ...(wide.length > 0
        ? [risk(`lets ${listed(wide.map(({ title }) => title))} enrol, not domain controllers only`)]
        : []),
    ],
    'lets domain controllers of every domain read, enrol and autoenrol, and nobody of the large groups',
  );
}

/** What every sign-in carries. */
const anybody: readonly string[] = [wellKnownSid.everyone, wellKnownSid.authenticatedUsers];

function judgeControllers(
  descriptor: SecurityDescriptor,
  { domains, isComplete }: ForestDomains,
  principals: PrincipalView,
): readonly TemplateVerdict[] {
  const common = [...anybody, wellKnownSid.enterpriseControllers];
  const rightsOf = (sids: readonly string[]): EnrolmentRights =>
    enrolmentRights(descriptor, tokenFor(sids, descriptor, principals));
  // As Enterprise Domain Controllers they have the right in every domain, known or not.
  if (isWhole(rightsOf(common)) === true) return [];
  const verdicts = domains.map(({ name, sid }) => ({
    name,
    rights: rightsOf(sid === undefined ? common : [...common, `${sid}-${domainRid.domainControllers}`]),
    isSidKnown: sid !== undefined || !namesControllers(descriptor),
  }));
  const lacking = verdicts.filter(({ rights, isSidKnown }) => isSidKnown && isWhole(rights) === false);
  const open = verdicts.filter(
    ({ rights, isSidKnown }) => isWhole(rights) !== true && !(isSidKnown && isWhole(rights) === false),
  );
  if (lacking.length > 0)
    return [
      fault(
        `does not let domain controllers of ${listed(lacking.map(({ name }) => name))} ${lackingWords(lacking.map(({ rights }) => rights))}`,
      ),
    ];
  if (open.length === 0 && isComplete) return [];
  const where = listed(open.map(({ name }) => name)) || 'domains that were not read';
  return [
    {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `names groups of which it was not read whether domain controllers of ${where} are in them`,
    },
  ];
}

const isWhole = ({ read, enroll, autoEnroll }: EnrolmentRights): boolean | undefined => allOf(read, enroll, autoEnroll);

/** Whether Domain Controllers of some domain are in the DACL; of a domain whose SID is not known, they may be the ones. */
const namesControllers = ({ entries }: SecurityDescriptor): boolean =>
  entries.some(({ sid }) => domainPrincipal(sid)?.rid === domainRid.domainControllers);

function lackingWords(rights: readonly EnrolmentRights[]): string {
  if (rights.some(({ enroll }) => enroll === false)) return 'enrol';
  return rights.some(({ read }) => read === false) ? 'read it' : 'autoenrol';
}

/** Only where there are read-only domain controllers. */
function judgeReadOnly(
  descriptor: SecurityDescriptor,
  { domains, rootSid }: ForestDomains,
  principals: PrincipalView,
): readonly TemplateVerdict[] {
  const enterprise = rootSid === undefined ? [] : [`${rootSid}-${domainRid.enterpriseReadOnlyControllers}`];
  const lacking = domains.filter(({ sid, hasReadOnly }) => {
    if (!hasReadOnly || sid === undefined) return false;
    const sids = [...anybody, ...enterprise, `${sid}-${domainRid.readOnlyControllers}`];
    return isWhole(enrolmentRights(descriptor, tokenFor(sids, descriptor, principals))) === false;
  });
  return lacking.length === 0
    ? []
    : [risk(`does not let read-only domain controllers of ${listed(lacking.map(({ name }) => name))} autoenrol`)];
}
