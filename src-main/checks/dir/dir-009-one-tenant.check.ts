import { withDistinctIds } from '../../evidence/derived/clients';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import { referenceTenant, type TenantClaim, tenantClaims } from '../../evidence/derived/tenant-claims';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck, type EvidenceGap } from '../define-check';
import { fail, type JudgedObject, judged, unknown, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { listed } from '../wording';

export default defineCheck({
  id: 'DIR-009',
  revision: 1,
  why: 'Devices that register in one tenant while users are in another never get a Hello certificate; test and production tenants are mixed up this way.',
  sources: [
    'https://learn.microsoft.com/graph/api/organization-get',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [
    'entra.organization?',
    'entra.openid-configuration?',
    'ad.device-registration?',
    'client.dsregcmd?',
    'connect.server?',
  ],
  evaluate(inputs, { scope }) {
    const claims = tenantClaims({
      organizations: inputs['entra.organization'].records,
      discoveries: inputs['entra.openid-configuration'].records,
      registrations: forestsInScope(inputs['ad.device-registration'].records, scope).records,
      clients: inputs['client.dsregcmd'].records,
      connectServers: inputs['connect.server'].records,
    });
    const gaps = [
      ...inputs['entra.organization'].gaps,
      ...inputs['entra.openid-configuration'].gaps,
      ...inputs['ad.device-registration'].gaps,
    ];
    const reference = referenceTenant(claims);
    if (reference === undefined) return withoutTenant(claims, gaps);
    const named = claims.filter(({ tenantId }) => tenantId !== undefined);
    if (named.length < 2) {
      return unknown(gaps[0]?.reason ?? 'not-collected', {
        summary:
          `Only ${listed(named.map(({ name }) => name))} names a tenant, so there is nothing to compare it with. ${gaps[0]?.message ?? ''}`.trim(),
      });
    }
    const title = claims.find(({ kind, tenantId }) => kind === 'directory-object' && tenantId === reference)?.name;
    const objects: readonly JudgedObject[] = withDistinctIds([
      ...claims.map((claim) => ({
        ...objectOf(claim),
        ...judgeClaim(claim, reference, title ?? 'most of the evidence'),
      })),
      ...gaps.filter(({ target }) => target !== '*').map((gap) => unread(gapObject(gap), gap)),
    ]);
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'source',
        fail: ['names another tenant', 'name another tenant'],
        warning: ['is in a national cloud', 'are in a national cloud'],
        fine: `all name the same tenant${title === undefined ? '' : `, ${title}`}.`,
      }),
      observations: claims.map((claim, index) => ({
        label: claim.name,
        observed: claim.tenantId ?? 'no tenant has this domain',
        expected: reference,
        ...matchOf(objects[index] ?? { outcome: 'unknown' }),
      })),
    });
  },
  remediation: {
    task: 'Settle which Entra tenant the deployment is for.',
    steps: [
      'Decide which tenant the deployment is for, and correct the source that names another one before going on.',
      'Run “Configure device options” of Entra Connect again when the service connection point is wrong.',
      'Let clients that are joined to the wrong tenant leave it and register again.',
    ],
    command: [
      "Invoke-RestMethod 'https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration' | Select-Object issuer, tenant_region_scope",
      "([ADSI]('LDAP://CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services,' + (Get-ADRootDSE).configurationNamingContext)).keywords",
      '(Get-MgOrganization).Id',
      'dsregcmd /leave',
    ].join('\n'),
    verify: 'All commands show the same tenant id, and so does `dsregcmd /status` on a pilot client.',
    revert: 'Set the former keywords of the service connection point again; note them first.',
    right: 'Global Reader to look; Enterprise Admins and Hybrid Identity Administrator to correct',
  },
});

const objectOf = ({ tenantId: _tenant, side: _side, nationalCloud: _cloud, ...object }: TenantClaim) => object;

const gapObject = ({ target }: EvidenceGap) =>
  ({ id: `not-read:${target.toLowerCase()}`, kind: 'directory-object', name: target }) as const;

/** Tenant ids stay out of sentences; the observations have them. */
function judgeClaim({ tenantId, kind, nationalCloud }: TenantClaim, reference: string, title: string): Verdict {
  if (tenantId === undefined)
    return { outcome: 'info', note: 'No tenant has this domain; whether users need it is judged by DIR-015.' };
  if (tenantId !== reference)
    return { outcome: 'fail', note: `${subjects[kind] ?? 'It'} names another tenant than ${title}.` };
  return nationalCloud === undefined
    ? { outcome: 'pass', note: `${subjects[kind] ?? 'It'} names this tenant.` }
    : {
        outcome: 'warning',
        note: `The tenant is in the national cloud of ${nationalCloud}, where other endpoint names apply.`,
      };
}

const subjects: Readonly<Partial<Record<TenantClaim['kind'], string>>> = {
  'entra-domain': 'The discovery of the domain',
  forest: 'The service connection point',
  client: 'The client',
  computer: 'The Entra Connect server',
};

/** Nobody in the cloud named a tenant: asked and denied, or not asked. */
function withoutTenant(claims: readonly TenantClaim[], gaps: readonly EvidenceGap[]) {
  const asked = claims.filter(({ side }) => side === 'cloud');
  if (asked.length > 0 && gaps.length === 0) {
    return fail({
      summary: `No Entra tenant has the ${asked.length === 1 ? 'domain' : 'domains'} ${listed(asked.map(({ name }) => name))}.`,
      objects: asked.map((claim) => ({ ...objectOf(claim), outcome: 'fail', note: 'No tenant has this domain.' })),
    });
  }
  const [gap] = gaps;
  return unknown(gap?.reason ?? 'not-collected', {
    summary: `Nothing was read that identifies the Entra tenant${claims.length === asked.length ? '' : ', only what is set up on premises'}. ${gap?.message ?? 'Neither the tenant nor the discovery of one of its domains was collected.'}`,
  });
}
