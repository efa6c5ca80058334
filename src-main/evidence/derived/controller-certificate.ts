import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { Severity } from '../../../src-shared/model/outcome';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { strengthOf } from './certificate-strength';
import { isSameHost, normalHostName } from './forest-scope';
import { dateOf, day, spanInWords } from './time-span';
import type { Verdict } from './verdict';

/** What the certificate of a domain controller must have, one function a requirement; notes begin in lower case. */
export interface GradedVerdict extends Verdict {
  /** Only where it is not the class of the check. */
  readonly severity?: Severity;
}

/** Autoenrolment renews six weeks before the end. */
export const renewalDays = 42;
/** Below this, renewal has failed for a month. */
const failDays = 14;
/** From here on the severity is high. */
const urgentDays = 30;

/** Validity and strength (PKI-010). Expiry first: it stops sign-in today, weakness may be tolerated for a while. */
export function judgeControllerValidity(certificate: CertificateFacts, now: Date): GradedVerdict {
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
  const left = `${days} ${days === 1 ? 'day' : 'days'} left (until ${until})`;
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

/** Usages the KDC and clients ask for (PKI-007). A certificate without the extension is good for every usage. */
export function judgeControllerUsages(
  { extendedKeyUsage, keyUsage }: Pick<CertificateFacts, 'extendedKeyUsage' | 'keyUsage'>,
  entraJoined: boolean,
): GradedVerdict {
  const lacks = (oid: string): boolean => extendedKeyUsage !== undefined && !extendedKeyUsage.includes(oid);
  if (lacks(keyUsageOid.serverAuthentication))
    return { outcome: 'fail', note: 'lacks the usage Server Authentication.' };
  // Entra-joined clients ask for the usage itself; one that is merely not excluded is not stated.
  if (extendedKeyUsage === undefined || lacks(keyUsageOid.kdcAuthentication)) {
    return entraJoined
      ? {
          outcome: 'fail',
          severity: 'blocker',
          note: 'lacks the usage KDC Authentication, which Entra-joined devices demand.',
        }
      : { outcome: 'warning', severity: 'medium', note: 'lacks the usage KDC Authentication.' };
  }
  if (lacks(keyUsageOid.clientAuthentication))
    return { outcome: 'warning', severity: 'medium', note: 'lacks the usage Client Authentication.' };
  const missing = ['digitalSignature', 'keyEncipherment'].filter((bit) => keyUsage?.includes(bit) === false);
  if (missing.length > 0)
    return { outcome: 'warning', severity: 'medium', note: `its key usage lacks ${missing.join(' and ')}.` };
  return { outcome: 'pass', note: 'has Server, Client and KDC Authentication.' };
}

/** Names of a controller that its certificate may carry. */
export interface ControllerNames {
  readonly host: string;
  readonly domain: string;
}

/** Whether the certificate names the controller and its domain (PKI-008, disagreement D11). Other names beside these do no harm. */
export function judgeControllerSubjectNames(
  { dnsNames }: Pick<CertificateFacts, 'dnsNames'>,
  { host, domain }: ControllerNames,
  entraJoined: boolean,
): GradedVerdict {
  const has = (name: string): boolean => dnsNames.some((each) => isSameHost(each, name));
  const others = dnsNames.filter((name) => !isSameHost(name, host) && !isSameHost(name, domain) && name.includes('.'));
  const instead = others.length === 0 ? '' : `; it names ${others.slice(0, 3).map(normalHostName).join(', ')} instead`;
  if (!has(host)) return { outcome: 'fail', note: `does not name the controller, ${normalHostName(host)}${instead}.` };
  if (has(domain)) return { outcome: 'pass', note: 'names the controller and its domain.' };
  const note = `does not name the domain, ${normalHostName(domain)}${instead}.`;
  return entraJoined ? { outcome: 'fail', severity: 'blocker', note } : { outcome: 'warning', note };
}
