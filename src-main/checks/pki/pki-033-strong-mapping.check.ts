import type { CertificateMappingForm } from '../../../src-shared/model/evidence/directory';
import type { CertificateTemplate, StoredCertificate } from '../../../src-shared/model/evidence/pki';
import { namesSid, newestIssuedFrom } from '../../evidence/derived/sampled-certificates';
import { omitsSid } from '../../evidence/derived/template-traits';
import { dateOf } from '../../evidence/derived/time-span';
import { type Collected, defineCheck } from '../define-check';
import { countOf } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { fault, notReturned, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-033',
  revision: 2,
  why: 'Domain controllers with the updates of 2025 refuse sign-in with a certificate that does not name the SID of its user.',
  sources: [
    'https://support.microsoft.com/topic/kb5014754-certificate-based-authentication-changes-on-windows-domain-controllers-ad2c23b0-15d8-4340-a468-4d4f3b188f16',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/ec71fd43-61c2-407b-83c9-b52272dec8a1',
  ],
  needs: [...templateNeeds, 'pki.certificate?', 'host.certificates?', 'ad.pilot-users?'],
  evaluate(inputs, { scope }) {
    // People's stores hold what the CA gives them now; a file is what somebody exported once.
    const stored = [
      ...inputs['pki.certificate'].records.map(({ data }) => data),
      ...inputs['host.certificates'].records.flatMap(({ data }) => data.certificates),
    ];
    const mapped = stronglyMapped(inputs['ad.pilot-users']);
    return judgeRole(
      helloRole,
      inputs,
      scope,
      (template) => judgeMapping(template, stored, mapped),
      (template) => ({
        observed: describe(template, stored),
        expected:
          'a template without CT_FLAG_NO_SECURITY_EXTENSION, and an issued certificate with the SID of its user',
      }),
    );
  },
  remediation: {
    task: 'Make certificates map strongly to their accounts.',
    steps: [
      'Install the current cumulative update on every CA (May 2022 or later adds the extension) and on every domain controller.',
      'Take 1.3.6.1.4.1.311.25.2 off the list of extensions the CA leaves out.',
      'Clear CT_FLAG_NO_SECURITY_EXTENSION on the template (SEC-009).',
      'Reissue certificates that lack the extension, and remove StrongCertificateBindingEnforcement from the domain controllers once none is left.',
      'Run the collector for clients as a user who holds a certificate issued since, or import the certificate, so that this can be verified.',
    ],
    command: [
      'certutil -getreg policy\\DisableExtensionList',
      'certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag -CT_FLAG_NO_SECURITY_EXTENSION',
      'certutil -user -store My',
      'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Kdc /v StrongCertificateBindingEnforcement',
    ].join('\n'),
    verify:
      'A new Hello certificate lists the extension 1.3.6.1.4.1.311.25.2, and the KDC logs neither event 39, 40 nor 41.',
    revert: 'Nothing to take back: certificates with the extension are accepted by older domain controllers too.',
    right: 'CA administrator; Domain Admins on domain controllers; write access to the template',
  },
});

/** Forms KB5014754 counts as strong. */
const strongForms: readonly CertificateMappingForm[] = ['issuer-serial', 'subject-key-identifier', 'public-key-hash'];

/** Pilot users' strong explicit mappings; undefined when they were not read for every domain. */
function stronglyMapped({ records, gaps }: Collected<'ad.pilot-users'>): number | undefined {
  const traits = records.map(({ data }) => data.traits);
  if (traits.length === 0 || gaps.length > 0 || traits.includes(undefined)) return undefined;
  return traits
    .flatMap((one) => strongForms.map((form) => one?.mappings.countByForm[form] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

function describe(template: CertificateTemplate, stored: readonly StoredCertificate[]): string {
  const omits = omitsSid(template);
  const flag = omits === undefined ? 'flag not returned' : `template ${omits ? 'leaves the SID out' : 'adds the SID'}`;
  const newest = newestIssuedFrom(template, stored);
  if (newest === undefined) return `${flag}, no certificate of it read`;
  return `${flag}, newest certificate of it (${dateOf(newest.notBefore)}) ${namesSid(newest) ? 'names' : 'lacks'} the SID`;
}

function judgeMapping(
  template: CertificateTemplate,
  stored: readonly StoredCertificate[],
  mapped: number | undefined,
): TemplateVerdict {
  const omits = omitsSid(template);
  if (omits === undefined) return notReturned('msPKI-Enrollment-Flag');
  if (omits) return fault('leaves the SID out of its certificates, which updated domain controllers refuse');
  const newest = newestIssuedFrom(template, stored);
  if (newest === undefined) {
    return open(
      'adds the SID to its certificates; whether the CA has the update and does not leave the extension out shows only in an issued certificate, and none was read',
    );
  }
  const issued = `the newest certificate of it that was read (issued on ${dateOf(newest.notBefore)})`;
  if (namesSid(newest)) return { outcome: 'pass', note: `adds the SID to its certificates, and ${issued} has it` };
  const lacking = `adds the SID to its certificates, but ${issued} lacks it`;
  if (mapped === undefined)
    return open(`${lacking}; whether its user has a strong explicit mapping instead was not read`);
  if (mapped > 0)
    return open(
      `${lacking}; there are ${countOf(mapped, 'strong explicit mapping')} of pilot users, and whether its user has one is not known`,
    );
  return fault(`${lacking}, and no pilot user has a strong explicit mapping`);
}

const open = (note: string): TemplateVerdict => ({ outcome: 'unknown', reason: 'not-collected', note });
