import type { HeldCertificate } from '../../../src-shared/model/evidence/host';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { day, spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf, shareOf } from '../wording';

const comfortable = 60 * day;

export default defineCheck({
  id: 'RA-004',
  revision: 1,
  why: 'AD FS signs every certificate request of a user with its enrolment agent certificate; without one it is not ready.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.certificates', 'host.system?', 'adfs.farm-information?', 'adfs.certificate-authority?'],
  roles: { 'host.certificates': ['adfs'] },
  evaluate(inputs, { now }) {
    const named = inputs['adfs.farm-information'].records.flatMap(({ data }) => data.nodes.map(({ host }) => host));
    const isNode = (host: string): boolean =>
      named.some((node) => isSameHost(node, host)) ||
      inputs['host.system'].records.some(({ data }) => data.role === 'adfs' && isSameHost(data.host, host));
    // AD FS keeps it in the store of its service account.
    const stores = inputs['host.certificates'].records.filter(
      ({ data }) => data.store === 'service' && isNode(data.host),
    );
    if (stores.length === 0)
      return unknown('not-collected', {
        summary: 'The certificates of the AD FS service account were read on no node.',
      });
    const renews = inputs['adfs.certificate-authority'].records.some(({ data }) => data.autoEnrollEnabled === true);
    const objects = stores.map(
      ({ id, data }): JudgedObject => ({
        ...hostObject(data.host),
        evidenceId: id,
        ...judgeStore(data.certificates, renews, now),
      }),
    );
    const [bad, odd, open] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
    return judged(objects, {
      summary:
        bad.length > 0
          ? `${shareOf(bad.length, objects.length, 'AD FS node', ['has', 'have'])} only an agent certificate that has ended: ${listed(bad)}.`
          : odd.length > 0
            ? `The agent certificate on ${listed(odd)} ends soon and is not renewed by itself.`
            : open.length > 0
              ? `No agent certificate was found on ${listed(open)}; AD FS asks for it only at the first request of a user.`
              : `AD FS holds a valid agent certificate on ${listed(objects.map(({ name }) => name))}.`,
    });
  },
  remediation: {
    task: 'Get AD FS an enrolment agent certificate.',
    steps: [
      'Put template, rights and publication in order first (PKI-019 to PKI-022, PKI-032).',
      'Restart AD FS and let a pilot user provision; AD FS then asks for the certificate. Its Admin log tells what came of it.',
    ],
    command: [
      'Restart-Service adfssrv',
      'certutil -view -restrict "CertificateTemplate=WHFBEnrollmentAgent,Disposition=20" -out "RequestID,RequesterName,NotAfter"',
    ].join('\n'),
    verify: 'The database of the CA shows an issued certificate of the agent template for the AD FS service account.',
    right: 'AD FS administrator, CA administrator',
  },
});

function judgeStore(certificates: readonly HeldCertificate[], renews: boolean, now: Date): Verdict {
  const agents = certificates
    .map(({ certificate }) => certificate)
    .filter(({ extendedKeyUsage = [], applicationPolicies }) =>
      [...extendedKeyUsage, ...applicationPolicies].includes(keyUsageOid.certificateRequestAgent),
    );
  const longest = agents.reduce<number | undefined>(
    (most, { notAfter }) => Math.max(most ?? 0, Date.parse(notAfter)),
    undefined,
  );
  // Missing is normal until the first user asks; only an ended one shows that renewal failed.
  if (longest === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'No certificate with the agent usage is in the store of the service account yet.',
    };
  const left = longest - now.getTime();
  if (left <= 0) return { outcome: 'fail', note: `The last agent certificate ended ${spanInWords(left)} ago.` };
  if (left < comfortable && !renews)
    return {
      outcome: 'warning',
      note: `The agent certificate ends in ${spanInWords(left)}, and automatic renewal is not on.`,
    };
  return { outcome: 'pass', note: `The agent certificate ends in ${spanInWords(left)}.` };
}
