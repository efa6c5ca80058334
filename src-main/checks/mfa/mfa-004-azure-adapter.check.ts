import type { EntraServicePrincipal } from '../../../src-shared/model/evidence/entra-policies';
import type { HostCertificates } from '../../../src-shared/model/evidence/host';
import { undated } from '../../evidence/derived/described-certificate';
import { isHostNamed, normalHostName } from '../../evidence/derived/forest-scope';
import { dateOf, day } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { judgedApplications } from '../../evidence/graph/lists';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { fail, type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed } from '../wording';

const needs = ['entra.service-principals', 'host.certificates?', 'adfs.farm-information?'] as const;
type AdapterInputs = Inputs<(typeof needs)[number]>;
type Credential = EntraServicePrincipal['keyCredentials'][number];

/** What the product's own command puts into the subject. */
const adapterSubject = /OU=Microsoft AD FS Azure MFA/iu;
const soonDays = 60;

export default defineCheck({
  id: 'MFA-004',
  revision: 1,
  why: 'The adapter signs in to Entra ID with a certificate of two years on every node; when it ends, no second factor is asked for and the sign-in fails.',
  sources: ['https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-and-azure-mfa'],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  appliesTo: ({ mfaRoute }) =>
    mfaRoute === 'adfs-azure-mfa' || {
      reason: 'The Azure MFA adapter of AD FS is not the second factor of this scope.',
    },
  evaluate: (inputs, { now }) => judgeAdapter(inputs, now),
  remediation: {
    task: 'Repair the Azure MFA adapter of AD FS.',
    steps: [
      'Renew the certificate on every node, and add its public key to the service principal of the Azure MFA client.',
      'Set the tenant again and restart the service, node by node.',
    ],
    command: [
      '$certificate = New-AdfsAzureMfaTenantCertificate -TenantId <tenant> -Renew $true',
      'Set-AdfsAzureMfaTenant -TenantId <tenant> -ClientId 981f26a1-7f43-403b-a875-f8b09b8cd720',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: 'A sign-in that needs a second factor asks for it, and event 547 of AD FS does not occur.',
    revert: 'The former certificate stays in the store and works until it ends.',
    right: 'AD FS administrator; Application Administrator in Entra ID',
  },
});

function judgeAdapter(inputs: AdapterInputs, now: Date): CheckResult {
  const lists = inputs['entra.service-principals'].records;
  const client = lists
    .flatMap(({ data }) => data.servicePrincipals)
    .find(({ appId }) => appId === judgedApplications.azureMfaClient);
  if (client === undefined)
    return lists.some(({ data }) => data.askedFor?.includes(judgedApplications.azureMfaClient))
      ? fail({
          summary: 'The tenant has no service principal of the Azure MFA client, so the adapter was never set up.',
        })
      : unknown('not-collected', {
          summary: 'The service principal of the Azure MFA client is not among the answers that were saved.',
        });
  const credentials = client.keyCredentials;
  const observations = credentials.map(({ displayName, endDateTime }) => ({
    label: displayName ?? 'Credential of the Azure MFA client',
    observed: endDateTime === undefined ? 'no end' : `until ${dateOf(endDateTime)}`,
    expected: `${soonDays} days or more left`,
    matches: daysLeft(endDateTime, now) >= soonDays,
  }));
  if (client.accountEnabled === false)
    return fail({ summary: 'The service principal of the Azure MFA client is disabled.', observations });
  if (!credentials.some(({ endDateTime }) => daysLeft(endDateTime, now) > 0))
    return fail({
      summary:
        credentials.length === 0
          ? 'The Azure MFA client has no certificate of the adapter.'
          : 'Every certificate of the Azure MFA client has expired.',
      observations,
    });
  const nodes = inputs['host.certificates'].records.filter(
    ({ data }) => data.store === 'machine' && isNode(data.host, inputs),
  );
  const objects = [...nodes.map((node) => judgeNode(node, credentials, now)), ...unreadNodes(inputs, nodes)];
  if (objects.length === 0)
    return unknown(inputs['host.certificates'].gaps[0]?.reason ?? 'not-collected', {
      summary: `The Azure MFA client has ${countOf(credentials.length, 'certificate')} in Entra ID; those on the nodes of AD FS were not read.`,
      observations,
    });
  const result = judged(objects, {
    summary: `${countOf(objects.length, 'node')} of AD FS. ${listed(objects.map(({ name, note }) => `${name}: ${note.replace(/\.$/u, '')}`))}.`,
    observations,
  });
  return result.outcome === 'warning' ? { ...result, severity: 'high' } : result;
}

const daysLeft = (end: string | undefined, now: Date): number =>
  end === undefined ? 0 : (Date.parse(end) - now.getTime()) / day;

const nodeId = (host: string): string => `adfs-node:${normalHostName(host)}`;

const nodeNames = ({ 'adfs.farm-information': farms }: AdapterInputs): readonly string[] =>
  farms.records.flatMap(({ data }) => data.nodes.map(({ host }) => normalHostName(host)));

/** Where the nodes of the farm are not known, a machine counts that holds a certificate of the adapter. */
function isNode(host: string, inputs: AdapterInputs): boolean {
  const names = nodeNames(inputs);
  if (names.length > 0) return names.some((name) => isHostNamed(host, name));
  return inputs['host.certificates'].records.some(
    ({ data: { host: other, certificates, described = [] } }) =>
      other === host &&
      [...certificates.map(({ certificate }) => certificate), ...described].some(({ subject = '' }) =>
        adapterSubject.test(subject),
      ),
  );
}

function unreadNodes(inputs: AdapterInputs, nodes: readonly Evidence<'host.certificates'>[]): readonly JudgedObject[] {
  return nodeNames(inputs)
    .filter((name) => !nodes.some(({ data }) => isHostNamed(data.host, name)))
    .map((name) =>
      unread(
        { id: nodeId(name), kind: 'computer', name },
        inputs['host.certificates'].gaps.find(({ target }) => target.toLowerCase().startsWith(name)),
      ),
    );
}

/**
 * Which of several certificates is the newest only dates tell, so one of the adapter that is merely described, or may be one, leaves the node open – unless Entra ID
 * knows none of them. Undefined when none is described.
 */
function judgeDescribed(
  { certificates, described = [] }: HostCertificates,
  credentials: readonly Credential[],
): Verdict | undefined {
  const own = described.filter(({ subject }) => subject !== undefined && adapterSubject.test(subject));
  const unnamed = described.filter(({ subject }) => subject === undefined);
  if (own.length === 0)
    return unnamed.length === 0
      ? undefined
      : open('It holds certificates whose names were not told, and one may be that of the adapter.');
  const known = credentials.flatMap(({ thumbprint }) => thumbprint ?? []);
  const held = certificates.filter(({ certificate }) => adapterSubject.test(certificate.subject));
  const thumbprints = [...own.map(({ thumbprint }) => thumbprint), ...held.map((one) => one.certificate.thumbprint)];
  const isKnown = thumbprints.some((thumbprint) => thumbprint !== undefined && known.includes(thumbprint));
  if (isKnown) return open(`It holds a certificate of the adapter that Entra ID knows, but ${undated}.`);
  const isToldInFull = unnamed.length === 0 && !thumbprints.includes(undefined) && known.length === credentials.length;
  return isToldInFull
    ? { outcome: 'fail', note: 'Entra ID does not know its certificate.' }
    : open(`It holds a certificate of the adapter, but ${undated}.`);
}

const open = (note: string): Verdict => ({ outcome: 'unknown', reason: 'unreadable', note });

function judgeNode(node: Evidence<'host.certificates'>, credentials: readonly Credential[], now: Date): JudgedObject {
  const object = { id: nodeId(node.data.host), kind: 'computer', name: node.data.host, evidenceId: node.id } as const;
  const open = judgeDescribed(node.data, credentials);
  if (open !== undefined) return { ...object, ...open };
  const own = node.data.certificates
    .map(({ certificate }) => certificate)
    .filter(({ subject }) => adapterSubject.test(subject));
  const [newest] = [...own].sort((one, other) => other.notAfter.localeCompare(one.notAfter));
  if (newest === undefined) return { ...object, outcome: 'fail', note: 'It holds no certificate of the adapter.' };
  const left = Math.floor(daysLeft(newest.notAfter, now));
  const until = dateOf(newest.notAfter);
  if (left <= 0) return { ...object, outcome: 'fail', note: `Its certificate expired on ${until}.` };
  const known = credentials.flatMap(({ thumbprint }) => thumbprint ?? []);
  if (!known.includes(newest.thumbprint))
    return known.length < credentials.length
      ? {
          ...object,
          outcome: 'unknown',
          reason: 'unreadable',
          note: 'Entra ID does not tell which certificates it knows.',
        }
      : { ...object, outcome: 'fail', note: 'Entra ID does not know its certificate.' };
  return left < soonDays
    ? { ...object, outcome: 'warning', note: `Its certificate has ${countOf(left, 'day')} left (until ${until}).` }
    : { ...object, outcome: 'pass', note: `Its certificate is known to Entra ID and good until ${until}.` };
}
