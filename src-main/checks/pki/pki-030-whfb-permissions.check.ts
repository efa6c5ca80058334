import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { Scope } from '../../../src-shared/model/scope';
import { adfsAccounts, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { isBelow, isSameHost } from '../../evidence/derived/forest-scope';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { autoEnrolleesOf, type Enrollee, enrolleesOf } from '../../evidence/derived/template-enrolment';
import type { PlacedTemplate } from '../../evidence/derived/template-roles';
import { firstNameOf } from '../../evidence/distinguished-name';
import { hasBits } from '../../knowledge/certificate-template-values';
import { groupTypeBit } from '../../knowledge/group-type';
import { defineCheck, type Inputs } from '../define-check';
import { unknown } from '../result';
import { listed } from '../wording';
import { adfsIsAuthority, judgeAdfsEnrolment } from './adfs-enrolment';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { combined, notReturned, risk, type TemplateVerdict } from './judge-templates';
import { judgePilotEnrolment, type PilotOfDomain, pilotByDomain } from './pilot-enrolment';

const needs = [...templateNeeds, 'ad.pilot-users', ...principalNeeds, ...adfsNeeds] as const;

export default defineCheck({
  id: 'PKI-030',
  revision: 1,
  why: 'The CA issues only when the user of the request and AD FS may both enrol; a pilot user without the right gets no certificate, whatever else is right.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate(inputs, { scope }) {
    const principals = principalsOf(inputs, scope);
    const accounts = adfsIsAuthority(scope) === true ? adfsAccounts(inputs, scope) : undefined;
    const pilot = pilotOf(inputs, principals, scope);
    if (pilot.length === 0)
      return unknown('not-collected', {
        summary: 'No pilot user was found in the directories that were read, so nobody’s right to enrol can be judged.',
      });
    return judgeRole(
      helloRole,
      inputs,
      scope,
      (_, placed) => {
        const own = pilotOfForest(placed.forest, pilot, inputs);
        const verdict = judgePermissions(placed, own, accounts, principals, scope);
        return verdict.outcome === 'fail'
          ? verdict
          : combined([verdict, ...judgeGroupScope(placed, own, inputs)], verdict.note);
      },
      (template) => ({
        observed: describe(enrolleesOf(template, principals)),
        expected: 'Read and Enroll for the pilot group and the AD FS service account; no Autoenroll, no large group',
      }),
    );
  },
  remediation: {
    task: 'Let the pilot group and AD FS enrol the Hello template.',
    steps: [
      'Put the pilot users into a group of their own, such as “Windows Hello for Business Users”.',
      'Open the template in certtmpl.msc, tab “Security”: give this group “Read” and “Enroll”, and take “Enroll” and “Autoenroll” from every other group.',
      'Make the AD FS service account a member of the group as well, and restart AD FS, so that it learns of it.',
    ],
    command: [
      'Add-ADGroupMember "Windows Hello for Business Users" adfssvc$',
      'Restart-Service adfssrv',
      'dsacls "CN=WHFBAuthentication,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com"',
    ].join('\n'),
    verify: '`dsacls` shows “Enroll” for the group; a pilot user’s `whoami /groups` lists it.',
    revert: 'Set the former permissions on the same tab.',
    right: 'Enterprise Admins, or write access to the template; write access to the group',
  },
});

type Lists = Inputs<(typeof needs)[number]>;

function pilotOf(inputs: Lists, principals: PrincipalView, scope: Scope): readonly PilotOfDomain[] {
  const sidOf = (domain: string): string | undefined =>
    inputs['ad.domain'].records.find(({ target }) => isSameHost(target, domain))?.data.objectSid;
  return pilotByDomain(inputs['ad.pilot-users'].records, sidOf, principals, scope);
}

/** Users enrol from the templates of their own forest. */
function pilotOfForest(forest: string, pilot: readonly PilotOfDomain[], inputs: Lists): readonly PilotOfDomain[] {
  const partitions = inputs['ad.partitions'].records;
  const home = (domain: string): string | undefined =>
    partitions.find(({ data }) => data.domains.some(({ dnsRoot }) => isSameHost(dnsRoot, domain)))?.target;
  return pilot.filter(({ domain }) => {
    const target = home(domain);
    return target === undefined ? isBelow(domain, forest) : isSameHost(target, forest);
  });
}

/** A domain local group is in tokens on computers of its own domain only, and the CA is what asks for the right. */
function judgeGroupScope(
  { template, publishers }: PlacedTemplate,
  pilot: readonly PilotOfDomain[],
  inputs: Lists,
): readonly TemplateVerdict[] {
  const authorities = inputs['ad.certification-authorities'].records.flatMap(({ data }) => data.authorities);
  return pilot.flatMap(({ domain, data: { group } }) => {
    const isLocal = group?.groupType !== undefined && hasBits(group.groupType, groupTypeBit.domainLocal);
    const isNamed = template.securityDescriptor?.entries.some(({ sid }) => sid === group?.objectSid) === true;
    const far = authorities.filter(
      ({ name, dnsHostName }) =>
        publishers.includes(name) && !isSameHost(dnsHostName.split('.').slice(1).join('.'), domain),
    );
    if (!isLocal || !isNamed || far.length === 0) return [];
    const note = `names the domain local group ${firstNameOf(group.distinguishedName)}, which ${listed(far.map(({ name }) => name))} of another domain does not see`;
    return [risk(note, 'high')];
  });
}

const describe = (enrollees: readonly Enrollee[] | undefined): string => {
  if (enrollees === undefined) return 'permissions not visible';
  return enrollees.length === 0
    ? 'Enroll for nobody'
    : `Enroll for ${listed(
        enrollees.map(({ title }) => title),
        10,
      )}`;
};

function judgePermissions(
  { template }: PlacedTemplate,
  pilot: readonly PilotOfDomain[],
  accounts: readonly ServiceAccount[] | undefined,
  principals: PrincipalView,
  scope: Scope,
): TemplateVerdict {
  const { securityDescriptor } = template;
  const enrollees = enrolleesOf(template, principals);
  if (securityDescriptor === undefined || enrollees === undefined) return notReturned('nTSecurityDescriptor');
  if (pilot.length === 0) return { outcome: 'not-applicable', note: 'is of a forest without pilot users' };
  return combined(
    [
      ...pilot.flatMap((one) => judgePilotEnrolment(securityDescriptor, enrollees, one, principals, scope)),
      ...(accounts === undefined ? [] : judgeAdfsEnrolment(securityDescriptor, accounts, principals)),
      ...judgeBreadth(enrollees),
      ...judgeAutoEnrolment(autoEnrolleesOf(template, principals) ?? []),
    ],
    `lets ${names(enrollees.filter(({ reach }) => reach !== 'privileged'))} enrol, every pilot user${accounts === undefined ? '' : ' and AD FS'} among them`,
  );
}

const names = (some: readonly Enrollee[]): string => listed(some.map(({ title }) => title));

function judgeBreadth(enrollees: readonly Enrollee[]): readonly TemplateVerdict[] {
  const wide = enrollees.filter(({ reach }) => reach === 'everybody');
  return wide.length === 0 ? [] : [risk(`lets ${names(wide)} enrol instead of a pilot group only`, 'high')];
}

/** Hello asks for its certificate itself; autoenrolment would ask for one without a Hello key. */
function judgeAutoEnrolment(holders: readonly Enrollee[]): readonly TemplateVerdict[] {
  const others = holders.filter(({ reach }) => reach !== 'privileged');
  return others.length === 0 ? [] : [risk(`lets ${names(others)} autoenrol, which should be off for users`, 'medium')];
}
