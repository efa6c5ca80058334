import type { SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { AdfsCertificateAuthority } from '../../../src-shared/model/evidence/adfs-settings';
import type { Observation } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { type AdfsRunner, adfsNeeds, adfsRunner } from '../../evidence/derived/bridge-accounts';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { isSameName, type PlacedTemplate, type TemplateView } from '../../evidence/derived/template-roles';
import { accountToken, enrolmentRights } from '../../evidence/derived/template-token';
import { dateOf } from '../../evidence/derived/time-span';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { accountNames, adfsIsAuthority, judgeAdfsEnrolment } from '../pki/adfs-enrolment';
import { agentRole, helloRole, type TemplateRole, templateNeeds, unseenTemplates, viewOf } from '../pki/judge-role';
import { combined, judgeTemplates, notReturned, type TemplateVerdict } from '../pki/judge-templates';
import { notApplicable, unknown } from '../result';
import { listed } from '../wording';

const needs = [
  ...templateNeeds,
  ...principalNeeds,
  ...adfsNeeds,
  'adfs.certificate-authority?',
  'host.services?',
] as const;
type Lists = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'RA-005',
  revision: 1,
  why: 'AD FS enrols for its agent certificate and asks for those of users as this account; without the right on both templates the CA denies the request.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs,
  appliesTo: adfsIsAuthority,
  evaluate: (inputs, { scope }) => judgeAccount(inputs, scope),
  remediation: {
    task: 'Let the AD FS service account enrol both templates.',
    steps: [
      'Give the AD FS service account “Read” and “Enroll” on the enrolment agent template.',
      'Make it a member of the group that may enrol the WHfB template.',
      'Restart AD FS on every node, one after the other: a service learns of its groups when it starts.',
    ],
    command: [
      'Add-ADGroupMember "Windows Hello for Business Users" adfssvc$',
      'dsacls "CN=WHFBEnrollmentAgent,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com" /G "CONTOSO\\adfssvc$:CA;Enroll"',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: '`dsacls` shows “Enroll” on both templates for the account or its group; AD FS logs no event 352 or 382.',
    revert: 'Take the account out of the group, and the entry off the template.',
    right: 'Write access to the template and the group; administrator of the AD FS nodes',
    risk: 'While a node restarts, it answers no sign-in.',
  },
});

function judgeAccount(inputs: Lists, scope: Scope): CheckResult {
  const view = viewOf(inputs, scope);
  const configured = inputs['adfs.certificate-authority'].records.map(({ data }) => data);
  const roles = [
    templatesFor(agentRole, view, namesOf(configured, 'enrollmentAgentTemplate')),
    templatesFor(helloRole, view, namesOf(configured, 'windowsHelloTemplate')),
  ];
  const services = adfsServices(inputs);
  const runner = adfsRunner(
    inputs,
    scope,
    services.flatMap(({ account }) => account ?? []),
  );
  if (runner.unread !== undefined)
    return unknown('not-collected', {
      summary: `AD FS runs as ${runner.unread}, which is not among the accounts that were read, so its rights cannot be judged.`,
    });
  const missing = roles.flatMap(({ placed, absence }) => (placed.length === 0 ? [absence] : []));
  const placed = distinct(roles.flatMap((role) => role.placed));
  if (placed.length === 0) return withoutTemplates(missing, unseenTemplates(inputs, view, scope));
  const principals = principalsOf(inputs, scope);
  const result = judgeTemplates(
    placed,
    'template',
    ({ securityDescriptor }) => judgePermissions(securityDescriptor, runner, principals),
    ({ securityDescriptor }) => ({
      observed: describe(securityDescriptor, runner, principals),
      expected: 'Read and Enroll for the AD FS service account',
    }),
  );
  const told = { ...result, observations: [...result.observations, ...services.map(toObservation)] };
  if (missing.length > 0 && told.outcome === 'pass') {
    const { outcome, unknownReason } = withoutTemplates(missing, unseenTemplates(inputs, view, scope));
    const summary = `${told.summary} ${missing.join(' ')}`;
    return { ...told, outcome, summary, ...(unknownReason === undefined ? {} : { unknownReason }) };
  }
  const groups = groupsUsed(placed, runner, principals);
  return told.outcome === 'pass' && groups.length > 0
    ? { ...told, summary: `${told.summary} ${membershipNote(groups, services)}` }
    : told;
}

const namesOf = (
  configured: readonly AdfsCertificateAuthority[],
  field: 'enrollmentAgentTemplate' | 'windowsHelloTemplate',
): readonly string[] => configured.flatMap((settings) => settings[field] ?? []);

/** The templates AD FS names, or without names those that have the role; `absence` says that there are none. */
function templatesFor(
  role: TemplateRole,
  view: TemplateView,
  names: readonly string[],
): { readonly placed: readonly PlacedTemplate[]; readonly absence: string } {
  if (names.length === 0)
    return { placed: role.candidates(view), absence: `There is no ${role.title} yet; see ${role.presence}.` };
  return {
    placed: view.templates.filter(({ template }) => names.some((name) => isSameName(name, template.cn))),
    absence: `No template has the name ${listed(names)}, which AD FS has for the ${role.title}; see RA-002.`,
  };
}

const withoutTemplates = (missing: readonly string[], unseen: string | undefined): CheckResult =>
  unseen === undefined
    ? notApplicable({ summary: missing.join(' ') })
    : unknown('contradictory', { summary: `${missing.join(' ')} ${unseen}` });

const distinct = (placed: readonly PlacedTemplate[]): readonly PlacedTemplate[] => [...new Set(placed)];

function judgePermissions(
  descriptor: SecurityDescriptor | undefined,
  { accounts }: AdfsRunner,
  principals: PrincipalView,
): TemplateVerdict {
  if (descriptor === undefined) return notReturned('nTSecurityDescriptor');
  return combined(
    judgeAdfsEnrolment(descriptor, accounts, principals),
    `lets the AD FS service account (${accountNames(accounts)}) read and enrol`,
  );
}

function describe(
  descriptor: SecurityDescriptor | undefined,
  { accounts }: AdfsRunner,
  principals: PrincipalView,
): string {
  if (descriptor === undefined) return 'permissions not visible';
  const rights = accounts.map((account) => {
    const { read, enroll } = enrolmentRights(descriptor, accountToken(account, descriptor, principals));
    return `${account.samAccountName}: Read ${answer(read)}, Enroll ${answer(enroll)}`;
  });
  return listed(rights) || 'account not known';
}

const answer = (granted: boolean | undefined): string =>
  granted === undefined ? 'not known' : granted ? 'granted' : 'not granted';

/** Groups the account was put into and owes a right to: only these can be newer than the token of a service that runs. */
function groupsUsed(
  placed: readonly PlacedTemplate[],
  { accounts }: AdfsRunner,
  principals: PrincipalView,
): readonly string[] {
  const sids = placed.flatMap(({ template: { securityDescriptor: descriptor } }) =>
    descriptor === undefined ? [] : accounts.flatMap((account) => groupsGranting(descriptor, account, principals)),
  );
  return [...new Set(sids)].map((sid) => principals.titleOf(sid));
}

function groupsGranting(
  descriptor: SecurityDescriptor,
  account: ServiceAccount,
  principals: PrincipalView,
): readonly string[] {
  const bare = { ...account, memberOf: [] };
  const base = accountToken(bare, descriptor, principals).sids;
  const canEnroll = (sids: ReadonlySet<string>): boolean => {
    const { read, enroll } = enrolmentRights(descriptor, { sids, perhaps: sids });
    return read === true && enroll === true;
  };
  if (canEnroll(base)) return [];
  return [...accountToken(account, descriptor, principals).sids].filter(
    (sid) => !base.has(sid) && canEnroll(new Set([...base, sid])),
  );
}

interface AdfsService {
  readonly host: string;
  readonly account?: string;
  readonly started?: string;
}

/** The service of AD FS on every node that was read. */
const adfsServices = (inputs: Lists): readonly AdfsService[] =>
  inputs['host.services'].records.flatMap(({ data: { host, services } }) =>
    services.filter(({ name }) => name.toLowerCase() === 'adfssrv').map((service) => ({ host, ...service })),
  );

const toObservation = ({ host, account, started }: AdfsService): Observation => ({
  label: `adfssrv on ${host}`,
  observed: `${account ?? 'account not returned'}, ${started === undefined ? 'start not returned' : `started ${dateOf(started)}`}`,
});

/** When somebody became a member is not in what is collected, so a token without the group cannot be told. */
function membershipNote(groups: readonly string[], services: readonly AdfsService[]): string {
  const starts = services.flatMap(({ started }) => (started === undefined ? [] : [dateOf(started)])).sort();
  const since = starts[0] === undefined ? '' : ` (${starts[0]})`;
  return `It owes the right to ${listed(groups)}; whether it was in there before AD FS was last started${since} is not known, and a running service does not learn of it.`;
}
