import { assertNever } from '../../../src-shared/model/assert-never';
import type { EnterpriseOid } from '../../../src-shared/model/evidence/pki';
import { isSameHost } from '../../evidence/derived/forest-scope';
import type { Tier } from '../../evidence/derived/principals';
import { type Enrollee, exposureOf } from '../../evidence/derived/template-enrolment';
import { helloCandidates, type PlacedTemplate } from '../../evidence/derived/template-roles';
import { isGoodForLogon } from '../../evidence/derived/template-traits';
import { firstNameOf, sameDn } from '../../evidence/distinguished-name';
import { defineCheck, type Inputs } from '../define-check';
import { fault, type TemplateVerdict } from '../pki/judge-templates';
import { listed } from '../wording';
import { titlesOf } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds, offeredView } from './judge-offered-templates';

const needs = [...offeredNeeds, 'ad.certificate-oids'] as const;

/** Stands for every issuance policy and has no object of its own. */
const allIssuancePolicies = '2.5.29.32.0';

export default defineCheck({
  id: 'SEC-012',
  revision: 1,
  why: 'A certificate with a linked issuance policy makes its holder a member of the linked group for as long as he is signed in with it (ESC13).',
  sources: [
    'https://posts.specterops.io/adcs-esc13-abuse-technique-fda4272fbd53',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-ada2',
  ],
  outcomes: ['pass', 'fail', 'info', 'not-applicable'],
  needs,
  evaluate(inputs, { scope }) {
    const hello = helloCandidates(offeredView(inputs, scope)).candidates.map(identityOf);
    const result = judgeOffered(
      inputs,
      scope,
      (offered) => judgeTemplate(offered, hello.includes(identityOf(offered.placed)), inputs),
      {
        fault: [
          'gives its holders the rights of a privileged group',
          'give their holders the rights of a privileged group',
        ],
        risk: ['is at risk', 'are at risk'],
        inOrder: (count) => `None of ${count} published templates makes ordinary users members of a privileged group.`,
      },
    );
    const linked = result.objects.filter(({ outcome }) => outcome === 'info');
    if ((result.outcome !== 'pass' && result.outcome !== 'info') || linked.length === 0) return result;
    return {
      ...result,
      outcome: 'info',
      summary: `Issuance policies are linked to groups, but ordinary users do not become privileged by them. ${linked
        .slice(0, 4)
        .map(({ name, note }) => `${name}: ${note}`)
        .join(' ')}`,
    };
  },
  remediation: {
    task: 'Close ESC13: unlink issuance policies from groups.',
    steps: [
      'Decide whether authentication mechanism assurance is meant; when it is not, remove the link from the policy.',
      'When it is meant, let only those enrol who may have the rights of the group, and keep the policy off the WHfB template.',
    ],
    command: [
      'Get-ADObject -SearchBase "CN=OID,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com" -LDAPFilter "(msDS-OIDToGroupLink=*)" -Properties displayName, msPKI-Cert-Template-OID, msDS-OIDToGroupLink',
      'Set-ADObject <policy> -Clear msDS-OIDToGroupLink',
    ].join('\n'),
    verify: 'The first command lists no policy that a template for ordinary users names.',
    revert: '`Set-ADObject <policy> -Replace @{"msDS-OIDToGroupLink"="<group DN>"}`',
    right: 'Enterprise Admins',
  },
});

type Lists = Inputs<(typeof needs)[number]>;

const identityOf = ({ forest, template }: PlacedTemplate): string => `${forest} ${template.cn}`;

function judgeTemplate({ placed, enrollees, principals }: Offered, isHello: boolean, inputs: Lists): TemplateVerdict {
  const { certificatePolicies = [] } = placed.template;
  if (certificatePolicies.length === 0) return { outcome: 'pass', note: 'names no issuance policy' };
  const objects = oidsOf(placed.forest, inputs);
  if (objects === undefined) return open('names issuance policies, but the policies of its forest were not read');
  const known = objects.filter(({ oid }) => certificatePolicies.includes(oid));
  const links = known.flatMap(({ groupLink, displayName }): readonly Link[] =>
    groupLink === undefined
      ? []
      : [{ policy: displayName, group: groupLink, tier: principals.tierOf(sidOfGroup(groupLink, inputs) ?? '') }],
  );
  const missing = certificatePolicies.filter(
    (oid) => oid !== allIssuancePolicies && !known.some((object) => object.oid === oid),
  );
  const isDangerous = links.some(({ tier }) => tier === 'zero') ? isGoodForLogon(placed.template) : false;
  const exposed = judgeReach(isDangerous, enrollees, isHello, told(links));
  if (exposed !== undefined) return exposed;
  if (links.some(({ tier }) => tier === 'unknown'))
    return open(`has a policy with a link (${told(links)}), and whether that group is privileged was not read`);
  if (missing.length > 0) {
    const note = `names ${missing.length === 1 ? 'an issuance policy' : 'issuance policies'} without a visible object (${listed(missing)})`;
    return { outcome: 'unknown', reason: 'contradictory', note };
  }
  return links.length === 0
    ? { outcome: 'pass', note: 'names issuance policies, none of them linked to a group' }
    : { outcome: 'info', note: `has a policy with a link: ${told(links)}` };
}

interface Link {
  readonly policy: string;
  /** DN */
  readonly group: string;
  readonly tier: Tier;
}

const told = (links: readonly Link[]): string =>
  listed(links.map(({ policy, group }) => `“${policy}” makes holders members of ${firstNameOf(group)}`));

const open = (note: string): TemplateVerdict => ({ outcome: 'unknown', reason: 'not-collected', note });

/** For the WHfB template a chosen group is too many already: it is made of ordinary users. No verdict when nobody of them may enrol. */
function judgeReach(
  isDangerous: boolean | undefined,
  enrollees: readonly Enrollee[] | undefined,
  isHello: boolean,
  links: string,
): TemplateVerdict | undefined {
  const exposure = exposureOf(isDangerous, enrollees);
  const danger = `has a policy that gives the rights of Tier 0 (${links})`;
  switch (exposure) {
    case 'harmless':
    case 'closed':
      return undefined;
    case 'hidden':
      return { outcome: 'unknown', reason: 'access-denied', note: `${danger}, and its permissions are not visible` };
    case 'unread':
      return { outcome: 'unknown', reason: 'access-denied', note: `${danger}, and its usages were not returned` };
    case 'everybody':
    case 'restricted':
    case 'unclear': {
      const who = titlesOf(enrollees, 'everybody', 'chosen', 'unclear');
      if (exposure === 'everybody' || isHello) return fault(`${danger}, and ${who} may enrol it`);
      return exposure === 'restricted'
        ? undefined
        : open(`${danger}, and it was not read whether ordinary users are in ${who}`);
    }
    default:
      return assertNever(exposure);
  }
}

/** Undefined when they were not read or their container was not visible. */
const oidsOf = (forest: string, inputs: Lists): readonly EnterpriseOid[] | undefined => {
  const record = inputs['ad.certificate-oids'].records.find(({ target }) => isSameHost(target, forest));
  return record?.data.containerFound === true ? record.data.oids : undefined;
};

const sidOfGroup = (dn: string, inputs: Lists): string | undefined =>
  [...inputs['ad.privileged-groups'].records, ...inputs['ad.groups'].records]
    .flatMap(({ data }) => data.groups)
    .find(({ distinguishedName }) => sameDn(distinguishedName, dn))?.objectSid;
