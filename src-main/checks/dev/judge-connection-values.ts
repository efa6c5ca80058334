import type { EntraDomain } from '../../../src-shared/model/evidence/entra';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import {
  joinScpName,
  joinScpsOf,
  parseScpKeywords,
  type ScpKeywords,
} from '../../evidence/derived/join-service-connection-point';
import { guidFromText } from '../../evidence/guid';
import { printable } from '../../evidence/printable';
import type { CheckContext, CheckResult, Evidence, Inputs } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;
type Organization = Evidence<'entra.organization'>['data'];

export const connectionValueNeeds = ['ad.device-registration', 'entra.domains', 'entra.organization'] as const;

/** Whether the service connection point names this tenant and a federated domain (DEV-003). */
export function judgeConnectionValues(
  {
    'ad.device-registration': registration,
    'entra.domains': tenantDomains,
    'entra.organization': organizations,
  }: Inputs<(typeof connectionValueNeeds)[number]>,
  { scope }: CheckContext,
): CheckResult {
  const [organization, other] = organizations.records;
  if (organization === undefined || other !== undefined) {
    return unknown('contradictory', {
      summary:
        'The evidence comes from more than one Entra tenant, so it is not known which of them the service connection point has to name.',
    });
  }
  const domains = tenantDomains.records.flatMap(({ data }) => data.domains);
  const forests = forestsInScope(registration.records, scope);
  const objects = [
    ...forests.records.map((record) => judgeForest(record, organization.data, domains)),
    ...forests.absent.map((name) =>
      unread(
        { id: `forest:${name}`, kind: 'forest', name },
        registration.gaps.find(({ target }) => isSameHost(target, name)),
      ),
    ),
  ];
  return judged(objects, {
    summary: summarise(objects),
    observations: forests.records.flatMap(({ target, data }) => observe(target, keywordsOf(data), organization.data)),
  });
}

const keywordsOf = (data: Evidence<'ad.device-registration'>['data']): ScpKeywords =>
  parseScpKeywords(joinScpsOf(data).flatMap(({ keywords }) => keywords));

function judgeForest(
  { target, id, data }: Evidence<'ad.device-registration'>,
  organization: Organization,
  domains: readonly EntraDomain[],
): JudgedObject {
  const object = {
    id: `forest:${normalHostName(target)}`,
    kind: 'forest',
    name: target,
    evidenceId: id,
    locate: joinScpName,
  } as const;
  return { ...object, ...judgeKeywords(keywordsOf(data), organization, domains) };
}

function judgeKeywords(
  { domains: names, tenants, enterpriseServices }: ScpKeywords,
  organization: Organization,
  domains: readonly EntraDomain[],
): Verdict {
  const [name] = names;
  const [tenant] = tenants;
  if (name === undefined || tenant === undefined) {
    return {
      outcome: 'not-applicable',
      note: 'There are no complete values to judge; the presence of the service connection point is a check of its own.',
    };
  }
  if (names.length > 1 || tenants.length > 1) {
    return {
      outcome: 'fail',
      note: `It holds ${countOf(names.length, 'domain name')} and ${countOf(tenants.length, 'tenant id')} instead of one each.`,
    };
  }
  if (guidFromText(tenant) === undefined) return { outcome: 'fail', note: 'The value of azureADId is no tenant id.' };
  if (tenant !== organization.tenantId.toLowerCase()) {
    return { outcome: 'fail', note: `It names another tenant than ${organization.displayName}.` };
  }
  return judgeDomain(name, enterpriseServices, organization, domains);
}

function judgeDomain(
  name: string,
  enterpriseServices: readonly string[],
  organization: Organization,
  domains: readonly EntraDomain[],
): Verdict {
  const domain = domains.find(({ id }) => isSameHost(id, name));
  const shown = printable(name, 100);
  if (domain === undefined && organization.verifiedDomains.some((verified) => isSameHost(verified.name, name))) {
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: `${shown} is a verified domain of the organisation, but missing in the list of domains.`,
    };
  }
  if (domain === undefined || !domain.isVerified)
    return { outcome: 'fail', note: `${shown} is not a verified domain of the tenant.` };
  if (domain.isInitial || name.endsWith('.onmicrosoft.com')) {
    return {
      outcome: 'warning',
      note: `${shown} is the initial domain of the tenant: devices take the managed way and do not use AD FS.`,
    };
  }
  if (domain.authenticationType.toLowerCase() !== 'federated') {
    return {
      outcome: 'warning',
      note: `${shown} is a managed domain: devices take the managed way and do not use AD FS.`,
    };
  }
  if (enterpriseServices.length > 0) {
    return {
      outcome: 'warning',
      note: `It also names an on-premises registration service (${printable(listed(enterpriseServices), 200)}), which competes with Entra ID.`,
    };
  }
  return { outcome: 'pass', note: `It names the tenant and ${shown}, which is verified and federated.` };
}

const observe = (target: string, { domains, tenants, enterpriseServices }: ScpKeywords, organization: Organization) => [
  { label: `${target}: azureADName`, observed: listed(domains) || 'none', expected: 'one verified, federated domain' },
  {
    label: `${target}: azureADId`,
    observed: listed(tenants) || 'none',
    expected: organization.tenantId,
    matches: tenants.length === 1 && tenants[0] === organization.tenantId.toLowerCase(),
  },
  {
    label: `${target}: enterpriseDrsName`,
    observed: listed(enterpriseServices) || 'none',
    expected: 'none',
    matches: enterpriseServices.length === 0,
  },
];

function summarise(objects: readonly JudgedObject[]): string {
  const notes = (outcome: JudgedObject['outcome']): string =>
    objects
      .filter((object) => object.outcome === outcome)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  const [wrong, risky, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (wrong.length > 0) return `The service connection point sends devices to the wrong place. ${notes('fail')}`;
  if (risky.length > 0) return `Devices would not simply take the federated way. ${notes('warning')}`;
  if (unseen.length > 0) return `The values of the service connection point cannot be judged. ${notes('unknown')}`;
  const good = namesOf(objects, 'pass');
  if (good.length === 0) return 'No forest has a complete service connection point, so there are no values to judge.';
  return `The service connection point of ${listed(good)} names this tenant and a verified, federated domain.`;
}
