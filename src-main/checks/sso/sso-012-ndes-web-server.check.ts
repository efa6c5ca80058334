import type { DescribedCertificate, HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { NdesServer } from '../../../src-shared/model/evidence/ndes';
import type { EnrolmentEndpoint } from '../../../src-shared/model/evidence/network';
import { undated } from '../../evidence/derived/described-certificate';
import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { asSentence, combined, fault, risk, type TemplateVerdict } from '../pki/judge-templates';
import { type JudgedObject, judged } from '../result';
import { summariseObjects } from '../summarise-objects';
import { listed } from '../wording';
import { machineStore, notKnown } from './machine-store';
import { ndesObservations } from './ndes-observations';
import { helloProfiles, scepScopeOnly } from './scep-profiles';

/** Bytes and characters a request may have; SCEP requests are long. */
const wantedLimit = 65_534;

export default defineCheck({
  id: 'SSO-012',
  revision: 2,
  why: 'SCEP requests are longer than what IIS takes by default, and connector and devices hang up on a server whose certificate they do not trust.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
    'https://learn.microsoft.com/mem/intune/protect/certificates-scep-configure',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ndes.server', 'host.certificates', 'intune.certificate-profiles?', 'pki.enrolment-endpoints?'],
  roles: { 'host.certificates': ['ndes'] },
  appliesTo: scepScopeOnly,
  evaluate(inputs, { now }) {
    const published = helloProfiles(inputs['intune.certificate-profiles'])
      .flatMap(({ profile }) => profile.scepServerUrls ?? [])
      .flatMap((url) => hostOfUrl(url) ?? [])
      // The Entra application proxy shows a certificate of its own.
      .filter((host) => !host.endsWith('.msappproxy.net'));
    const endpoints = inputs['pki.enrolment-endpoints'].records.flatMap(({ data }) => data.endpoints);
    const objects = inputs['ndes.server'].records.map(({ id, data }): JudgedObject => {
      const seen = endpoints.find(
        ({ kind, url, state, isTls }) =>
          kind === 'ndes' && state !== 'silent' && isTls && isSameHost(hostOfUrl(url) ?? '', data.host),
      );
      const { certificates, described, missing } = machineStore(inputs['host.certificates'], data.host);
      const {
        severity: _,
        note,
        ...verdict
      } = combined(
        [
          ...judgeLimits(data),
          ...judgeAnswer(seen),
          ...(certificates === undefined
            ? [missing]
            : judgeTls(certificates, described.filter(mayServe(data.host)), data.host, published, now)),
        ],
        'takes long requests, refuses browsers and has a certificate for its names',
      );
      return { ...hostObject(data.host), evidenceId: id, ...verdict, note: asSentence(`it ${note}`) };
    });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'NDES server',
        fail: ['cannot serve requests', 'cannot serve requests'],
        warning: ['may refuse requests', 'may refuse requests'],
        fine: 'limits, answer and certificate are right.',
      }),
      observations: inputs['ndes.server'].records.flatMap(({ data }) =>
        ndesObservations(data, [
          ...limitsOf(data).map(([name, value]) => [name, value === undefined ? 'not set' : String(value)] as const),
        ]),
      ),
    });
  },
  remediation: {
    task: 'Raise the limits of the NDES web server.',
    steps: [
      'Set MaxFieldLength and MaxRequestBytes of HTTP.sys, and maxUrl and maxQueryString of request filtering, to 65534.',
      'Bind a certificate to HTTPS that names the server as the connector calls it and as devices call it, from a CA both trust.',
      'Install the certificate connector of Intune if the address of NDES still shows its page; restart the server.',
    ],
    command: [
      'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxFieldLength /t REG_DWORD /d 65534',
      'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxRequestBytes /t REG_DWORD /d 65534',
      '%windir%\\system32\\inetsrv\\appcmd set config /section:requestFiltering /requestLimits.maxUrl:65534 /requestLimits.maxQueryString:65534',
    ].join('\n'),
    verify: 'https://<ndes>/certsrv/mscep/mscep.dll answers 403 without a certificate warning.',
    revert: 'Delete the two values and set the limits back to 4096 and 2048.',
    right: 'Administrator of the NDES server',
  },
});

const limitsOf = (server: NdesServer): readonly (readonly [string, number | undefined])[] => [
  ['MaxFieldLength', server.maxFieldLength],
  ['MaxRequestBytes', server.maxRequestBytes],
  ['maxUrl', server.maxUrl],
  ['maxQueryString', server.maxQueryString],
];

/** Values of the registry that are not set leave the lower default; limits of IIS always have a value, so without one they were not read. */
function judgeLimits(server: NdesServer): readonly TemplateVerdict[] {
  const limits = limitsOf(server);
  const low = limits.filter(
    ([name, value]) => (value === undefined && name.startsWith('Max')) || (value !== undefined && value < wantedLimit),
  );
  const unread = limits.filter(([name, value]) => value === undefined && !name.startsWith('Max'));
  return [
    ...(low.length === 0
      ? []
      : [risk(`refuses long requests: ${listed(low.map(([name]) => name))} below ${wantedLimit}`)]),
    ...(unread.length === 0 ? [] : [notKnown(`did not tell ${listed(unread.map(([name]) => name))}`)]),
  ];
}

/** With the connector NDES answers 403 to a bare request; without it, it shows its page. */
function judgeAnswer(endpoint: EnrolmentEndpoint | undefined): readonly TemplateVerdict[] {
  const status = endpoint?.status;
  if (endpoint?.state === 'absent') return [fault('does not answer at /certsrv/mscep/mscep.dll')];
  if (endpoint?.state === 'unverified')
    return [notKnown('shows a certificate over HTTPS that could not be verified from here', 'unreachable')];
  if (status === undefined) return [notKnown('was not asked over HTTPS how it answers')];
  if (status === 403) return [];
  if (status >= 500) return [fault(`answers ${status} over HTTPS`)];
  if (status === 200) return [risk('still shows its page over HTTPS, as before the connector is installed')];
  return [risk(`answers ${status} over HTTPS instead of 403`)];
}

/** Which certificate is bound is not part of what is read: one must be there that could be, and it must name the server. */
function judgeTls(
  held: readonly HeldCertificate[],
  possible: readonly DescribedCertificate[],
  host: string,
  published: readonly string[],
  now: Date,
): readonly TemplateVerdict[] {
  const usable = held.filter(
    ({ hasPrivateKey, certificate: { extendedKeyUsage, notBefore, notAfter } }) =>
      hasPrivateKey !== false &&
      (extendedKeyUsage?.includes(keyUsageOid.serverAuthentication) ?? true) &&
      Date.parse(notBefore) <= now.getTime() &&
      Date.parse(notAfter) > now.getTime(),
  );
  const named = usable.filter(({ certificate }) => names(certificate.dnsNames, host));
  const own = named.filter(({ hasPrivateKey }) => hasPrivateKey === true);
  if (own.length === 0 && possible.length > 0)
    return [notKnown(`may have a certificate for HTTPS with its own name, but ${undated}`, 'unreadable')];
  if (own.length === 0 && named.length > 0)
    return [
      notKnown(
        'has a certificate for HTTPS with its own name, but whether its key is there was not told',
        'unreadable',
      ),
    ];
  if (own.length === 0) return [fault('has no valid certificate for HTTPS with its own name in its store')];
  const unnamed = published.filter((name) => !own.some(({ certificate }) => names(certificate.dnsNames, name)));
  if (unnamed.some((name) => possible.some(mayName(name))))
    return [
      notKnown(`may have a certificate that names ${listed([...new Set(unnamed)])}, but ${undated}`, 'unreadable'),
    ];
  return unnamed.length === 0
    ? []
    : [risk(`has no certificate that names both itself and ${listed([...new Set(unnamed)])}, which devices call`)];
}

/** Whether a certificate that is only described may be the one of HTTPS. */
const mayServe =
  (host: string) =>
  (one: DescribedCertificate): boolean =>
    one.hasPrivateKey !== false &&
    (one.usages?.extendedKeyUsage?.includes(keyUsageOid.serverAuthentication) ?? true) &&
    mayName(host)(one);

const mayName =
  (host: string) =>
  (one: DescribedCertificate): boolean =>
    one.names === undefined || names(one.names.dnsNames, host);

/** RFC 6125 6.4: a wildcard stands for one label. */
const names = (dnsNames: readonly string[], host: string): boolean =>
  dnsNames.some(
    (name) =>
      isSameHost(name, host) || (name.startsWith('*.') && isSameHost(name.slice(2), host.replace(/^[^.]*\./u, ''))),
  );
