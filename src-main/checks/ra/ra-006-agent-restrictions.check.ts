import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { AgentRestriction, AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { isAboutEverybody, isAboutTemplate, templatesNamed } from '../../evidence/derived/agent-restrictions';
import { adfsAccounts, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { helloCandidates, isSameName, viewTemplates } from '../../evidence/derived/template-roles';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck, type Inputs } from '../define-check';
import { accountNames, adfsIsAuthority } from '../pki/adfs-enrolment';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from '../sec/judge-authority-settings';
import { listed } from '../wording';

const needs = [
  ...authoritySettingNeeds,
  ...principalNeeds,
  ...adfsNeeds,
  'ad.certificate-templates?',
  'adfs.certificate-authority?',
] as const;

export default defineCheck({
  id: 'RA-006',
  revision: 1,
  why: 'A CA that restricts enrolment agents refuses every request that AD FS signs, unless it is on the list.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-csra/978e78f7-92ba-4295-b12e-e7e8c253731e',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: adfsIsAuthority,
  evaluate(inputs, { scope }) {
    const wanted = wantedOf(inputs, scope);
    return judgeAuthoritySettings(inputs, scope, (settings) => judgeRestriction(settings, wanted), {
      noun: 'CA',
      fail: ['does not take requests signed by AD FS', 'do not take requests signed by AD FS'],
      warning: ['needs attention', 'need attention'],
      fine: 'each takes the requests that AD FS signs; what that opens is judged by SEC-003.',
      expected: 'no restriction, or one that names the AD FS account for the Hello template',
    });
  },
  remediation: {
    task: 'Let the CA accept AD FS as enrolment agent.',
    steps: [
      'In the properties of the CA, tab Enrollment Agents, add the AD FS service account with the Hello authentication template and the group of its users.',
      'Keep the restriction: it stops other agents (SEC-003).',
    ],
    command: 'certutil -getreg CA\\EnrollmentAgentRights',
    verify: 'The tab lists the AD FS service account with the template, and a pilot user gets a certificate.',
    revert: 'Take the entry off the list again.',
    right: 'CA administrator',
  },
});

interface Wanted {
  readonly accounts: readonly ServiceAccount[];
  readonly principals: PrincipalView;
  /** What AD FS asks for; empty = not known. */
  readonly templates: readonly Pick<CertificateTemplate, 'cn' | 'oid'>[];
  /** SID or DN, where the pilot is a group. */
  readonly pilotGroup: string | undefined;
}

function wantedOf(inputs: Inputs<(typeof needs)[number]>, scope: Scope): Wanted {
  const view = viewTemplates(
    inputs['ad.certificate-templates'].records,
    inputs['ad.certification-authorities'].records,
    scope,
  );
  const named = inputs['adfs.certificate-authority'].records.flatMap(({ data }) => data.windowsHelloTemplate ?? []);
  const { candidates, isSure } = helloCandidates(view);
  const placed = isSure ? candidates.map(({ template }) => template) : [];
  const templates = named.map(
    (cn) => view.templates.find(({ template }) => isSameName(template.cn, cn))?.template ?? { cn },
  );
  return {
    accounts: adfsAccounts(inputs, scope),
    principals: principalsOf(inputs, scope),
    templates: named.length > 0 ? templates : placed,
    pilotGroup: scope.pilotUsers.kind === 'group' ? scope.pilotUsers.group : undefined,
  };
}

function judgeRestriction({ enrollmentAgentRights: rights }: AuthoritySettings, wanted: Wanted): Verdict {
  const { accounts, principals } = wanted;
  if (rights === undefined) return settingNotRead('The restriction of enrolment agents');
  if (rights === 'unrestricted') return { outcome: 'pass', note: 'Enrolment agents are not restricted.' };
  if (rights === 'restricted') return notTold('Restricts enrolment agents; whom it names was not read.');
  if (accounts.length === 0) return notTold('Restricts enrolment agents, and the AD FS service account is not known.');
  const tokens = accounts.map((account) => principals.tokenOf(account));
  const names = accountNames(accounts);
  const isNamed = (sids: ReadonlySet<string>): boolean =>
    !rights.hasDacl || rights.entries.some(({ allows, sid }) => allows && sids.has(sid));
  if (tokens.some(({ sids }) => isNamed(sids)))
    return rights.restrictions === undefined
      ? notTold(
          `Restricts enrolment agents and names the AD FS service account (${names}); for which templates and users, only the tab Enrollment Agents shows.`,
        )
      : judgeList(
          rights.restrictions.filter(({ agent }) => tokens.some(({ sids }) => sids.has(agent))),
          names,
          wanted,
        );
  return tokens.every(({ isComplete }) => isComplete)
    ? { outcome: 'fail', note: `Restricts enrolment agents without the AD FS service account (${names}).` }
    : notTold(
        `Restricts enrolment agents; whether a group on the list holds the AD FS service account (${names}) was not read.`,
      );
}

const notTold = (note: string): Verdict => ({ outcome: 'unknown', reason: 'not-collected', note });

/** Entries about the account of AD FS: which templates, and on whose behalf. What is refused comes before what is allowed. */
function judgeList(
  own: readonly AgentRestriction[],
  names: string,
  { templates, principals, pilotGroup }: Wanted,
): Verdict {
  const lead = `Restricts enrolment agents and names the AD FS service account (${names})`;
  const isForEvery = own.every(({ template }) => template === undefined);
  if (templates.length === 0 && !isForEvery)
    return notTold(`${lead} for ${listed(templatesNamed(own))}; which template AD FS asks for is not known.`);
  const wanted = isForEvery ? 'every template' : listed(templates.map(({ cn }) => cn));
  const about = own.filter((entry) => isForEvery || templates.some((template) => isAboutTemplate(entry, template)));
  const allowed = about.filter(({ allows }) => allows);
  if (allowed.length === 0)
    return { outcome: 'fail', note: `${lead} for ${listed(templatesNamed(own))}, not for ${wanted}.` };
  const refused = about.filter(({ allows }) => !allows);
  const titles = (entries: readonly AgentRestriction[]): string =>
    listed([...new Set(entries.flatMap(({ subjects }) => subjects))].map(principals.titleOf));
  if (refused.length > 0)
    return {
      outcome: refused.some((entry) => isAboutEverybody(entry, principals)) ? 'fail' : 'warning',
      note: `${lead}, but refuses ${wanted} on behalf of ${titles(refused)}.`,
    };
  const isPilotAmong = ({ subjects }: AgentRestriction): boolean =>
    pilotGroup !== undefined && subjects.some((sid) => sid === pilotGroup || principals.isIn(pilotGroup, sid) === true);
  return allowed.some((entry) => isAboutEverybody(entry, principals) || isPilotAmong(entry))
    ? { outcome: 'pass', note: `${lead} for ${wanted}, on behalf of ${titles(allowed)}.` }
    : notTold(
        `${lead} for ${wanted}, on behalf of ${titles(allowed)} only; whether every pilot user is among them was not read.`,
      );
}
