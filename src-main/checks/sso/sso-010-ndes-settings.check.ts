import type { DescribedCertificate, HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { NdesServer } from '../../../src-shared/model/evidence/ndes';
import { isDescribedFor, undated } from '../../evidence/derived/described-certificate';
import { isSameName } from '../../evidence/derived/template-roles';
import { day, spanInWords } from '../../evidence/derived/time-span';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { scepRole, templateNeeds, unseenTemplates, viewOf } from '../pki/judge-role';
import { asSentence, combined, fault, risk, type TemplateVerdict } from '../pki/judge-templates';
import { type JudgedObject, judged } from '../result';
import { summariseObjects } from '../summarise-objects';
import { listed } from '../wording';
import { type MachineStore, machineStore, notKnown } from './machine-store';
import { ndesObservations } from './ndes-observations';
import { helloProfiles, scepScopeOnly } from './scep-profiles';

const comfortable = 60 * day;
/** The value of the registry NDES looks into for a request of a key usage. */
const valueNames = ['SignatureTemplate', 'EncryptionTemplate', 'GeneralPurposeTemplate'] as const;
type ValueName = (typeof valueNames)[number];

/** What is known of the templates and profiles that requests come by. */
interface Wanted {
  /** `cn` of the templates for NDES. */
  readonly templates: readonly string[];
  /** Why templates may be missing from that list. */
  readonly unseen: string | undefined;
  /** Values the key usages of the SCEP profiles lead to; empty = not known. */
  readonly values: readonly ValueName[];
}

export default defineCheck({
  id: 'SSO-010',
  revision: 2,
  why: 'NDES asks the CA for the template its registry names for the key usage of the request, and signs with two certificates of its own that end after two years.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ndes.server', 'host.certificates', ...templateNeeds, 'intune.certificate-profiles?'],
  roles: { 'host.certificates': ['ndes'] },
  appliesTo: scepScopeOnly,
  evaluate(inputs, { now, scope }) {
    const view = viewOf(inputs, scope);
    const wanted: Wanted = {
      templates: scepRole.candidates(view).map(({ template }) => template.cn),
      unseen: unseenTemplates(inputs, view, scope),
      values: [
        ...new Set(
          helloProfiles(inputs['intune.certificate-profiles']).flatMap(({ profile }) => valueFor(profile.keyUsage)),
        ),
      ],
    };
    const objects = inputs['ndes.server'].records.map(({ id, data }): JudgedObject => {
      const {
        severity: _,
        note,
        ...verdict
      } = combined(
        [
          ...judgeTemplateNames(data, wanted),
          ...judgeSigners(machineStore(inputs['host.certificates'], data.host), now),
        ],
        'asks for the template of the SCEP profile and has both certificates it signs with',
      );
      return { ...hostObject(data.host), evidenceId: id, ...verdict, note: asSentence(`it ${note}`) };
    });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'NDES server',
        fail: ['is not set up for Hello certificates', 'are not set up for Hello certificates'],
        warning: ['will not be for long', 'will not be for long'],
        fine: 'template and certificates are right.',
      }),
      observations: inputs['ndes.server'].records.flatMap(({ data }) =>
        ndesObservations(
          data,
          valueNames.map((name) => [name, read(data, name) ?? 'not set']),
        ),
      ),
    });
  },
  remediation: {
    task: 'Set up NDES with its template and agent certificates.',
    steps: [
      'Set the value of the registry that belongs to the key usage of the SCEP profile to the name (cn) of the template for NDES: SignatureTemplate for digital signature, EncryptionTemplate for key encipherment, GeneralPurposeTemplate for both.',
      'Renew the certificates “CEP Encryption” and “Exchange Enrollment Agent (Offline request)” in the store of the computer before they end.',
      'Restart IIS.',
    ],
    command: [
      'reg add HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP /v SignatureTemplate /t REG_SZ /d AADJWHFBAuthentication',
      'iisreset',
    ].join('\n'),
    verify:
      '`reg query HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP` shows the name, and a pilot device gets its certificate.',
    revert: 'Set the value noted before, and restart IIS.',
    right: 'Administrator of the NDES server',
  },
});

/** Registry value by the key usage of a profile of Intune; its names are flags joined by commas. */
function valueFor(keyUsage: string | undefined): readonly ValueName[] {
  const text = (keyUsage ?? '').toLowerCase();
  const [signs, encrypts] = [text.includes('digitalsignature'), text.includes('keyencipherment')];
  if (signs && encrypts) return ['GeneralPurposeTemplate'];
  if (signs) return ['SignatureTemplate'];
  return encrypts ? ['EncryptionTemplate'] : [];
}

function read(server: NdesServer, name: ValueName): string | undefined {
  switch (name) {
    case 'SignatureTemplate':
      return server.signatureTemplate;
    case 'EncryptionTemplate':
      return server.encryptionTemplate;
    case 'GeneralPurposeTemplate':
      return server.generalPurposeTemplate;
  }
}

function judgeTemplateNames(server: NdesServer, { templates, unseen, values }: Wanted): readonly TemplateVerdict[] {
  const isWanted = (name: ValueName): boolean =>
    templates.some((template) => isSameName(template, read(server, name) ?? ''));
  if (!valueNames.some(isWanted))
    return unseen === undefined
      ? [fault('asks for no template made for Hello certificates (SSO-011)')]
      : [
          notKnown(
            `asks for templates of which it is not known whether they are made for Hello. ${unseen}`.replace(
              /\.$/u,
              '',
            ),
          ),
        ];
  if (values.length === 0)
    return [
      notKnown('asks for the right template for one key usage, but the key usage of the SCEP profile is not known'),
    ];
  const wrong = values.filter((name) => !isWanted(name));
  return wrong.length === 0
    ? []
    : [fault(`does not ask for the template in ${listed(wrong)}, which the key usage of the SCEP profile leads to`)];
}

/** NDES signs with one certificate and decrypts with another; both say “Certificate Request Agent”. */
function judgeSigners({ certificates, described, missing }: MachineStore, now: Date): readonly TemplateVerdict[] {
  if (certificates === undefined) return [missing];
  const agents = certificates.filter(
    ({ certificate: { extendedKeyUsage = [], applicationPolicies }, hasPrivateKey }) =>
      hasPrivateKey !== false &&
      [...extendedKeyUsage, ...applicationPolicies].includes(keyUsageOid.certificateRequestAgent),
  );
  const possible = described.filter(
    (one) => one.hasPrivateKey !== false && isDescribedFor(one, keyUsageOid.certificateRequestAgent) !== false,
  );
  return [
    ...judgeUsage(agents, possible, 'digitalSignature', 'signing certificate', now),
    ...judgeUsage(agents, possible, 'keyEncipherment', 'encryption certificate', now),
  ];
}

/** A certificate that is only described may end later than those whose end is known, so it stands against every fault. */
function judgeUsage(
  agents: readonly HeldCertificate[],
  possible: readonly DescribedCertificate[],
  usage: string,
  title: string,
  now: Date,
): readonly TemplateVerdict[] {
  const sure = agents.filter(({ hasPrivateKey }) => hasPrivateKey === true);
  const verdicts = judgeLongest(sure, usage, title, now);
  const isOpen = possible.some(({ usages }) => usages?.keyUsage?.includes(usage) ?? true);
  if (verdicts.length > 0 && isOpen) return [notKnown(`may have a ${title}, but ${undated}`, 'unreadable')];
  return verdicts.length > 0 && judgeLongest(agents, usage, title, now).length === 0
    ? [notKnown(`may have a ${title}, but whether its key is there was not told`, 'unreadable')]
    : verdicts;
}

function judgeLongest(
  agents: readonly HeldCertificate[],
  usage: string,
  title: string,
  now: Date,
): readonly TemplateVerdict[] {
  const ends = agents
    .filter(({ certificate }) => certificate.keyUsage?.includes(usage) ?? true)
    .map(({ certificate }) => Date.parse(certificate.notAfter));
  if (ends.length === 0) return [fault(`has no ${title} with the usage “Certificate Request Agent”`)];
  const left = Math.max(...ends) - now.getTime();
  if (left <= 0) return [fault(`has a ${title} that ended ${spanInWords(left)} ago`)];
  return left < comfortable ? [risk(`has a ${title} that ends in ${spanInWords(left)}`)] : [];
}
