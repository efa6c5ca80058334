import type { CertificateMappingForm } from '../../../src-shared/model/evidence/directory';
import type { DescribedCertificate } from '../../../src-shared/model/evidence/host';
import type { CertificateTemplate, StoredCertificate } from '../../../src-shared/model/evidence/pki';
import {
  describedFrom,
  describedNamesSid,
  namesSid,
  newestIssuedFrom,
} from '../../evidence/derived/sampled-certificates';
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
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: [...templateNeeds, 'pki.certificate?', 'host.certificates?', 'ad.pilot-users?'],
  evaluate(inputs, { scope }) {
    // People's stores hold what the CA gives them now; a file is what somebody exported once.
    const stored = [
      ...inputs['pki.certificate'].records.map(({ data }) => data),
      ...inputs['host.certificates'].records.flatMap(({ data }) => data.certificates),
    ];
    const described = inputs['host.certificates'].records.flatMap(({ data }) => data.described ?? []);
    const sampleOf = (template: CertificateTemplate) => sampled(template, stored, described);
    const mapped = stronglyMapped(inputs['ad.pilot-users']);
    return judgeRole(
      helloRole,
      inputs,
      scope,
      (template) => judgeMapping(template, sampleOf(template), mapped),
      (template) => ({
        observed: describe(template, sampleOf(template)),
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

/** What the certificates of a template tell; undefined when none was read. */
interface Sample {
  /** Whether the newest names the SID; undefined where that depends on dates that are not told. */
  readonly namesSid: boolean | undefined;
  /** `the newest certificate of it that was read (issued on 2026-11-02)` */
  readonly words: string;
}

/** Where dates are not told any may be the newest, so all of them must agree. */
function sampled(
  template: CertificateTemplate,
  stored: readonly StoredCertificate[],
  described: readonly DescribedCertificate[],
): Sample | undefined {
  const newest = newestIssuedFrom(template, stored);
  const undated = describedFrom(template, described);
  const when = newest === undefined ? [] : [`issued on ${dateOf(newest.notBefore)}`];
  if (undated.length === 0)
    return newest && { namesSid: namesSid(newest), words: `the newest certificate of it that was read (${when})` };
  const answers = new Set([...(newest === undefined ? [] : [namesSid(newest)]), ...undated.map(describedNamesSid)]);
  const [answer] = answers;
  const shares = [...when, `${undated.length} whose date was not told`].join(', ');
  return {
    namesSid: answers.size === 1 ? answer : undefined,
    words: `the newest certificate of it that was read (${shares})`,
  };
}

function describe(template: CertificateTemplate, sample: Sample | undefined): string {
  const omits = omitsSid(template);
  const flag = omits === undefined ? 'flag not returned' : `template ${omits ? 'leaves the SID out' : 'adds the SID'}`;
  if (sample === undefined) return `${flag}, no certificate of it read`;
  if (sample.namesSid === undefined) return `${flag}, not told whether ${sample.words} names the SID`;
  return `${flag}, ${sample.words} ${sample.namesSid ? 'names' : 'lacks'} the SID`;
}

function judgeMapping(
  template: CertificateTemplate,
  sample: Sample | undefined,
  mapped: number | undefined,
): TemplateVerdict {
  const omits = omitsSid(template);
  if (omits === undefined) return notReturned('msPKI-Enrollment-Flag');
  if (omits) return fault('leaves the SID out of its certificates, which updated domain controllers refuse');
  if (sample === undefined) {
    return open(
      'adds the SID to its certificates; whether the CA has the update and does not leave the extension out shows only in an issued certificate, and none was read',
    );
  }
  const issued = sample.words;
  if (sample.namesSid === undefined)
    return open(`adds the SID to its certificates; whether ${issued} has it is not known`);
  if (sample.namesSid) return { outcome: 'pass', note: `adds the SID to its certificates, and ${issued} has it` };
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
