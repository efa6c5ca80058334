import { afterEach, beforeAll, expect, it } from 'vitest';
import { checks } from '../../../../src-main/engine/check-registry';
import { evaluateChecks } from '../../../../src-main/engine/evaluate';
import { readStoredRecords } from '../../../../src-main/host/stored-records';
import type { EvidenceKind } from '../../../../src-shared/model/evidence';
import type { Finding } from '../../../../src-shared/model/finding';
import { entraAreas } from '../../../../src-shared/model/plan';
import { defaultScope, type Scope } from '../../../../src-shared/model/scope';
import { type Authority, createAuthority, type KeyAndCertificate } from '../servers/authority';
import { collectTenant } from './collect-tenant';
import { denied, type EntraServer, entraServer, graphHost, loginHost } from './entra-server';

const now = new Date();
/** Everything a tenant can be asked for matters. */
const scope: Scope = {
  ...defaultScope,
  joinTypes: { hybridJoined: true, entraJoined: true },
  policyChannel: 'both',
};
let authority: Authority;
let identity: KeyAndCertificate;
let servers: EntraServer[] = [];
let usual: readonly Finding[];

beforeAll(async () => {
  authority = await createAuthority('Test Root');
  identity = await authority.issue({ names: [loginHost, graphHost] });
  usual = await judge();
});
afterEach(async () => {
  await Promise.all(servers.map(({ web }) => web.close()));
  servers = [];
});

/** What all checks say of a tenant of which some requests are refused. */
async function judge(refused: (path: string) => boolean = () => false): Promise<readonly Finding[]> {
  const server = await entraServer(identity, { graph: (path) => (refused(path) ? denied : undefined) });
  servers.push(server);
  const { records } = await collectTenant(server, { caFile: authority.caFile, source: { areas: [...entraAreas] } });
  return evaluateChecks(checks, readStoredRecords([...records]), { now, scope });
}

const needing = (kinds: readonly EvidenceKind[], isOptionalToo: boolean): readonly string[] =>
  checks
    .filter(({ needs }) =>
      needs.some((need) => kinds.some((kind) => need === kind || (isOptionalToo && need === `${kind}?`))),
    )
    .map(({ id }) => id);

it.each<[string, (path: string) => boolean, readonly EvidenceKind[]]>([
  ['users', (path) => path === 'users', ['entra.users']],
  ['devices', (path) => path === 'devices', ['entra.devices']],
  ['federation', (path) => path.endsWith('/federationConfiguration'), ['entra.federation-configuration']],
  ['licences', (path) => path === 'subscribedSkus', ['entra.skus']],
  ['device registration', (path) => path === 'policies/deviceRegistrationPolicy', ['entra.registration-policy']],
  ['Conditional Access', (path) => path === 'identity/conditionalAccess/policies', ['entra.conditional-access']],
  [
    'enrolment settings',
    (path) => path === 'deviceManagement/deviceEnrollmentConfigurations',
    ['intune.hello-enrollment'],
  ],
])('a refusal of %s makes what rests on it unknown, and nothing else', async (_what, refused, kinds) => {
  const findings = await judge(refused);
  const before = new Map(usual.map((finding) => [finding.checkId, finding]));
  const changed = findings.filter(({ checkId, outcome }) => outcome !== before.get(checkId)?.outcome);
  const [resting, touched] = [needing(kinds, false), needing(kinds, true)];
  expect(touched.length).toBeGreaterThan(0);
  expect(changed.filter(({ checkId }) => !touched.includes(checkId)).map(({ checkId }) => checkId)).toEqual([]);
  expect(changed.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  const judged = findings.filter(({ checkId, outcome }) => resting.includes(checkId) && outcome !== 'not-applicable');
  expect(judged.length).toBeGreaterThan(0);
  expect(judged.map(({ checkId, outcome }) => `${checkId} ${outcome}`)).toEqual(
    judged.map(({ checkId }) => `${checkId} unknown`),
  );
  expect(changed.every(({ unknownReason }) => unknownReason === 'access-denied')).toBe(true);
});
