import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { type Severity, severityRank } from '../../../src-shared/model/outcome';
import { strengthOf } from '../../evidence/derived/certificate-strength';
import { domainsInScope, isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { dateOf, day, spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { type Collected, defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** Autoenrolment renews six weeks before the end. */
const renewalDays = 42;
/** Below this, renewal has failed for a month. */
const failDays = 14;
/** From here on the severity is high. */
const urgentDays = 30;

interface GradedVerdict extends Verdict {
  readonly severity?: Severity;
}
type JudgedController = JudgedObject & GradedVerdict;

export default defineCheck({
  id: 'PKI-010',
  revision: 1,
  why: 'When the certificate of a domain controller has expired or is too weak, every Hello sign-in that reaches this controller fails.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
  ],
  needs: ['pki.dc-certificate', 'ad.domain-controllers?', 'ad.partitions?'],
  evaluate(inputs, { scope, now }) {
    const certificates = inputs['pki.dc-certificate'];
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const listedHosts = inputs['ad.domain-controllers'].records
      .filter(({ target }) => domains.includes(target))
      .flatMap(({ data }) => data.controllers.map(({ dnsHostName }) => normalHostName(dnsHostName)));
    const isInScope = (host: string): boolean =>
      scope.forests.length === 0 ||
      listedHosts.includes(normalHostName(host)) ||
      [...domains.known, ...scope.forests].some((domain) => isBelow(host, domain));
    const objects = judgeControllers(certificates, listedHosts, isInScope, now);
    if (objects.length === 0) {
      return unknown('not-collected', {
        summary: 'No certificate of a domain controller in the forests of the scope was collected.',
      });
    }
    const plain = objects.map(({ severity: _, ...object }) => object);
    const result = judged(plain, { summary: summarise(objects), observations: observe(certificates.records, now) });
    const decisive = objects.flatMap(({ outcome, severity }) =>
      outcome === result.outcome && severity !== undefined ? [severity] : [],
    );
    const worst = decisive.sort((a, b) => severityRank(a) - severityRank(b))[0];
    return worst === undefined ? result : { ...result, severity: worst };
  },
  remediation: {
    steps: [
      'Check on the domain controller that autoenrolment is on (PKI-016), that its template is published and that it may enrol.',
      'Trigger autoenrolment and read the application log (source CertificateServicesClient-AutoEnrollment) when nothing comes.',
      'Remove expired certificates from the store of the computer afterwards.',
    ],
    command: [
      'certutil -pulse',
      'certreq -enroll -machine -q KerberosAuthentication',
      "Get-ChildItem Cert:\\LocalMachine\\My | Select-Object Subject, NotBefore, NotAfter, Thumbprint, @{n='Key';e={$_.PublicKey.Key.KeySize}}, @{n='Signature';e={$_.SignatureAlgorithm.FriendlyName}}",
    ].join('\n'),
    verify:
      'The new certificate has more than 42 days left, and event 29 of the KDC does not return after the service was restarted.',
    revert: 'A certificate that was enrolled by mistake is deleted from the computer’s store and revoked at the CA.',
    right: 'Domain Admins on the domain controller; CA administrator when the template has to be published',
  },
});

function judgeControllers(
  { records, gaps }: Collected<'pki.dc-certificate'>,
  listedHosts: readonly string[],
  isInScope: (host: string) => boolean,
  now: Date,
): readonly JudgedController[] {
  const read = records.filter(({ data }) => isInScope(data.host)).map((record) => judgeRecord(record, now));
  const unreadHosts = [...new Set([...listedHosts, ...gaps.map(({ target }) => normalHostName(target))])].filter(
    (host) => isInScope(host) && host !== '*' && !records.some(({ data }) => isSameHost(data.host, host)),
  );
  return [
    ...read,
    ...unreadHosts.map((host) =>
      unread(
        controller(host),
        gaps.find(({ target }) => isSameHost(target, host)),
      ),
    ),
  ];
}

const controller = (host: string) =>
  ({ id: `domain-controller:${normalHostName(host)}`, kind: 'domain-controller', name: host }) as const;

function judgeRecord({ id, data }: Evidence<'pki.dc-certificate'>, now: Date): JudgedController {
  const object = { ...controller(data.host), evidenceId: id };
  const [leaf] = data.chain;
  if (leaf === undefined)
    return { ...object, outcome: 'unknown', reason: 'unreadable', note: 'The record holds no certificate.' };
  const { note, ...verdict } = judgeCertificate(leaf, now);
  const sentence = data.seen === 'tls' ? `Shown on LDAPS: ${note}` : `${note.charAt(0).toUpperCase()}${note.slice(1)}`;
  return { ...object, ...verdict, note: sentence };
}

/** Expiry first: it stops sign-in today, weakness may be tolerated for a while. */
function judgeCertificate(certificate: CertificateFacts, now: Date): GradedVerdict {
  const rest = Date.parse(certificate.notAfter) - now.getTime();
  const { weak, unrecognised } = strengthOf(certificate);
  const until = dateOf(certificate.notAfter);
  if (rest <= 0)
    return { outcome: 'fail', severity: 'blocker', note: `expired on ${until}, ${spanInWords(rest)} ago.` };
  if (Date.parse(certificate.notBefore) > now.getTime()) {
    return { outcome: 'fail', severity: 'blocker', note: `not valid before ${dateOf(certificate.notBefore)}.` };
  }
  if (weak.length > 0) return { outcome: 'fail', severity: 'high', note: `too weak: it has ${weak.join(' and ')}.` };
  const days = Math.floor(rest / day);
  const left = `${countOf(days, 'day')} left (until ${until})`;
  if (rest < failDays * day) return { outcome: 'fail', severity: 'high', note: `${left}; renewal is long overdue.` };
  if (unrecognised.length > 0)
    return { outcome: 'unknown', reason: 'unreadable', note: `not recognised: ${unrecognised.join(' and ')}.` };
  if (rest < renewalDays * day) {
    return {
      outcome: 'warning',
      severity: rest < urgentDays * day ? 'high' : 'medium',
      note: `${left}; autoenrolment should have renewed it.`,
    };
  }
  if (certificate.publicKey.algorithm === 'EC') {
    return {
      outcome: 'warning',
      severity: 'medium',
      note: `${left}; its key is ${certificate.publicKey.name}, the requirement names RSA 2048.`,
    };
  }
  return { outcome: 'pass', note: `${left}, ${certificate.publicKey.name}, ${certificate.signatureHash}.` };
}

const observe = (records: readonly Evidence<'pki.dc-certificate'>[], now: Date) =>
  records.flatMap(({ data }) => {
    const [leaf] = data.chain;
    if (leaf === undefined) return [];
    const { outcome } = judgeCertificate(leaf, now);
    return [
      {
        label: data.host,
        observed: `until ${dateOf(leaf.notAfter)}, ${leaf.publicKey.name}, ${leaf.signatureHash}, from ${leaf.issuer}${data.seen === 'tls' ? ' (LDAPS)' : ''}`,
        expected: `at least ${renewalDays} days left, RSA 2048 or more, SHA-256 or better`,
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      },
    ];
  });

function summarise(objects: readonly JudgedController[]): string {
  const [broken, ageing, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const all = objects.length;
  const rest = [
    ...(broken.length > 0 && ageing.length > 0
      ? [`${ageing.length} more ${ageing.length === 1 ? 'needs' : 'need'} renewal.`]
      : []),
    ...((broken.length > 0 || ageing.length > 0) && unseen.length > 0
      ? [`The certificate of ${unseen.length} more was not read.`]
      : []),
  ].join(' ');
  const withRest = (sentence: string): string => (rest === '' ? sentence : `${sentence} ${rest}`);
  const notes = (outcome: JudgedObject['outcome']): string =>
    listed(
      objects
        .filter((object) => object.outcome === outcome)
        .map(({ name, note }) => `${name} (${note.replace(/\.$/u, '')})`),
      3,
    );
  if (broken.length > 0) {
    return withRest(
      `${shareOf(broken.length, all, 'domain controller', ['has', 'have'])} a certificate that is expired, about to expire or too weak: ${notes('fail')}.`,
    );
  }
  if (ageing.length > 0) {
    return withRest(
      `${shareOf(ageing.length, all, 'domain controller', ['has', 'have'])} a certificate that needs attention: ${notes('warning')}.`,
    );
  }
  if (unseen.length > 0)
    return `The certificate of ${unseen.length} of ${countOf(all, 'domain controller')} could not be judged: ${listed(unseen)}.`;
  return `${countOf(all, 'domain controller')} checked: every certificate has at least ${renewalDays} days left, RSA 2048 or more and SHA-256 or better.`;
}
