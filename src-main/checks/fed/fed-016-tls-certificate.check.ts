import type { AdfsTls, AdfsTlsView } from '../../../src-shared/model/evidence/adfs';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { Observation } from '../../../src-shared/model/finding';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { day } from '../../evidence/derived/time-span';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf } from '../wording';
import { type Fault, faultsOf, observeCertificate, worstOf } from './judge-service-certificate';

export default defineCheck({
  id: 'FED-016',
  revision: 1,
  why: 'Windows asks AD FS for tokens as SYSTEM and gives up silently when it cannot trust the certificate.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/manage-ssl-certificates-ad-fs-wap',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.tls', 'ad.certification-authorities?'],
  evaluate({ 'adfs.tls': services, 'ad.certification-authorities': authorities }, { now }) {
    const roots = authorities.records.flatMap(({ data }) => data.roots);
    const objects = services.records.flatMap((record) => judgeFarm(record, roots, now));
    const result = judged(objects, {
      summary: summarise(objects),
      observations: services.records.flatMap(({ data }) => [
        ...observeCertificate({ ...data, name: data.host }, now),
        ...(data.views ?? []).map(observeView),
      ]),
    });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Replace the service communications certificate of AD FS.',
    steps: [
      'Get a certificate with the federation service name (and certauth.<name> if certificate authentication on port 443 is used), RSA 2048 or stronger, signed with SHA-256, from a CA that every client trusts.',
      'Import it with its private key on every AD FS node, bind it, and set it as service communications certificate.',
      'Do the same on every Web Application Proxy.',
    ],
    command: [
      "Get-ChildItem Cert:\\LocalMachine\\My | Where-Object { $_.DnsNameList.Unicode -contains 'fs.contoso.com' } | Select-Object Thumbprint, NotAfter",
      'Set-AdfsSslCertificate -Thumbprint <thumbprint>',
      'Set-AdfsCertificate -CertificateType Service-Communications -Thumbprint <thumbprint>',
      'Restart-Service adfssrv',
      'Set-WebApplicationProxySslCertificate -Thumbprint <thumbprint>',
    ].join('\n'),
    verify:
      '`Get-AdfsSslCertificate` lists the new thumbprint for every binding, and the endpoints open in a browser of a client without a warning.',
    revert: 'Set the former thumbprint with the same commands while the old certificate is still valid.',
    right: 'Local administrator on the AD FS nodes and proxies',
  },
});

/** The service name, and the service on each node by itself. */
function judgeFarm(
  { id, target, data }: Evidence<'adfs.tls'>,
  roots: readonly CertificateFacts[],
  now: Date,
): readonly JudgedObject[] {
  const service = {
    id: `federation-service:${normalHostName(target)}`,
    kind: 'federation-service',
    name: target,
  } as const;
  const faults = [...faultsOf({ ...data, name: data.host }, roots, now), ...certificateSignInFaults(data)];
  const nodes = (data.views ?? []).filter(({ purpose }) => purpose === 'node');
  return [
    { ...service, evidenceId: id, ...toVerdict(worstOf(faults), data.chain[0], now) },
    ...nodes.map(
      (view): JudgedObject => ({
        id: `host:${normalHostName(view.node ?? '')}`,
        kind: 'computer',
        name: normalHostName(view.node ?? ''),
        evidenceId: id,
        ...judgeNode(view, data, roots, now),
      }),
    ),
  ];
}

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;

function judgeNode(view: AdfsTlsView, farm: AdfsTls, roots: readonly CertificateFacts[], now: Date): Verdict {
  const { chain, verification, name, problem = 'It showed no certificate.' } = view;
  if (verification === undefined) return { outcome: 'unknown', reason: 'unreachable', note: problem };
  const isOther = chain[0]?.thumbprint !== farm.chain[0]?.thumbprint;
  const other: readonly Fault[] = isOther
    ? [{ outcome: 'warning', note: `It shows another certificate for ${name} than the service name does.` }]
    : [];
  return toVerdict(worstOf([...faultsOf({ name, chain, verification }, roots, now), ...other]), chain[0], now);
}

/** Sign-in with a certificate needs one of two places: the name certauth on the HTTPS port, or a port of its own. */
function certificateSignInFaults({ host, views = [] }: AdfsTls): readonly Fault[] {
  const places = views.filter(({ purpose, node }) => purpose === 'certificate-sign-in' && node === undefined);
  const isUsable = places.some(({ verification }) => verification?.nameMatches === true);
  if (places.length === 0 || isUsable) return [];
  return [
    {
      outcome: 'warning',
      note: `Nobody can sign in with a certificate from here: neither certauth.${host} nor ${places.map(({ port }) => `port ${port}`)[0] ?? 'its port'} shows a certificate with its name.`,
    },
  ];
}

function toVerdict(worst: Fault | undefined, leaf: CertificateFacts | undefined, now: Date): Verdict {
  if (worst !== undefined) return worst;
  const left = Math.floor((Date.parse(leaf?.notAfter ?? '') - now.getTime()) / day);
  return { outcome: 'pass', note: `The certificate is trusted, carries the name and is valid for ${left} more days.` };
}

/** All that is said of a few; what differs from the rule of many. */
function summarise(objects: readonly JudgedObject[]): string {
  const open = objects.filter(({ outcome }) => outcome !== 'pass');
  const shown = objects.length <= 3 || open.length === 0 ? objects.slice(0, 3) : open.slice(0, 4);
  const rest = objects.length - shown.length;
  const more = rest === 0 ? '' : ` ${countOf(rest, 'more place')} looked at.`;
  return `${shown.map(({ name, note }) => `${name}: ${note}`).join(' ')}${more}`;
}

const purposes: Readonly<Record<AdfsTlsView['purpose'], string>> = {
  node: 'the service',
  'certificate-sign-in': 'sign-in with a certificate',
  registration: 'registration on premises, needed for devices older than Windows 10 only',
};

function observeView({ purpose, name, port, node, chain, verification, problem }: AdfsTlsView): Observation {
  const [leaf] = chain;
  const place = `${name}:${port}${node === undefined ? '' : ` on ${node}`}`;
  return {
    label: `${place}, ${purposes[purpose]}`,
    observed:
      leaf === undefined || verification === undefined
        ? (problem ?? 'no certificate')
        : `${leaf.thumbprint} of ${leaf.issuer}${verification.nameMatches ? '' : ', without this name'}`,
  };
}
