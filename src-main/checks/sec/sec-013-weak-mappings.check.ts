import type { CertificateMappingForm, MappedAccount } from '../../../src-shared/model/evidence/directory';
import { weakMappingForms } from '../../evidence/certificate-mapping';
import type { DomainTraits, PilotView } from '../../evidence/derived/pilot-traits';
import { type CheckResult, defineCheck } from '../define-check';
import { furtherUsers, judgePilot, pilotNeeds, untoldObjects, userObject } from '../pilot-users';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed, namesOf } from '../wording';

const formTitles: Readonly<Record<CertificateMappingForm, string>> = {
  'issuer-subject': 'issuer and subject',
  subject: 'subject only',
  rfc822: 'mail address',
  'issuer-serial': 'issuer and serial number',
  'subject-key-identifier': 'subject key identifier',
  'public-key-hash': 'hash of the public key',
  other: 'other',
};

export default defineCheck({
  id: 'SEC-013',
  revision: 1,
  why: 'A mapping by names alone accepts every certificate that carries these names, so whoever can have one issued signs in as the user.',
  sources: [
    'https://support.microsoft.com/topic/kb5014754-certificate-based-authentication-changes-on-windows-domain-controllers-ad2c23b0-15d8-4340-a468-4d4f3b188f16',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: pilotNeeds,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, judgeMappings),
  remediation: {
    task: 'Close ESC14: replace weak explicit mappings.',
    steps: [
      'Find out which system uses the mapping: smart cards of partners, VPN, a certificate that is no longer in use.',
      'Replace the value by the strong form with issuer and serial number, or by the subject key identifier, of the same certificate.',
      'Remove values nobody needs; Hello certificates carry the SID and need none.',
    ],
    command: [
      "Get-ADUser -LDAPFilter '(altSecurityIdentities=X509:*)' -Properties altSecurityIdentities, adminCount",
      "Set-ADUser imke.brandt -Replace @{altSecurityIdentities='X509:<I>DC=com,DC=contoso,CN=Contoso Issuing CA 1<SR>1200000000AC11000000002B'}",
    ].join('\n'),
    verify: 'No value of altSecurityIdentities begins with X509:<S>, X509:<RFC822>, or holds <I> and <S>.',
    revert: 'Write the former values back; note them before the change.',
    right: 'Write access to altSecurityIdentities of the user; Domain Admins for protected accounts',
    risk: 'The serial number is written in reverse byte order; a wrong value ends the sign-in with that certificate.',
  },
});

function judgeMappings(pilot: PilotView): CheckResult {
  const accounts = pilot.domains.flatMap((domain) =>
    domain.traits.mappings.weak.map((account) => toObject(account, domain.evidenceId)),
  );
  const objects = [...accounts, ...pilot.domains.flatMap(cutOff), ...untoldObjects(pilot)];
  const observations = observe(pilot);
  const mapped =
    observations.length === 0 ? 'none of them has an explicit mapping' : 'explicit mappings are of strong forms only';
  if (objects.length === 0)
    return pass({
      summary: `${countOf(pilot.total, 'pilot user')} checked: ${mapped}.`,
      observations,
      counts: { pass: pilot.total },
    });
  const [privileged, others] = [namesOf(accounts, 'fail'), namesOf(accounts, 'warning')];
  return judged(objects, {
    summary: summarise(privileged, others, pilot),
    observations,
    counts: {
      pass: Math.max(0, pilot.total - accounts.length),
      fail: privileged.length,
      warning: others.length,
      unknown: objects.length - accounts.length,
    },
  });
}

const toObject = (account: MappedAccount, evidenceId: string): JudgedObject => ({
  ...userObject(account, evidenceId),
  outcome: account.adminCount ? 'fail' : 'warning',
  note: `Mapped by ${listed(account.forms.filter(isWeak).map((form) => formTitles[form]))}${account.adminCount ? '; a privileged account' : ''}.`,
});

const isWeak = (form: CertificateMappingForm): boolean => weakMappingForms.includes(form);

/** More accounts use weak forms than were kept; the most of one form is the least there can be. */
function cutOff({ domain, evidenceId, traits: { mappings } }: DomainTraits): readonly JudgedObject[] {
  const least = Math.max(...weakMappingForms.map((form) => mappings.countByForm[form] ?? 0));
  if (least <= mappings.weak.length) return [];
  return [
    furtherUsers(domain, `${least - mappings.weak.length} or more further users have weak mappings.`, evidenceId),
  ];
}

function observe(pilot: PilotView) {
  const forms = Object.keys(formTitles) as CertificateMappingForm[];
  return forms.flatMap((form) => {
    const count = pilot.domains.reduce((sum, { traits }) => sum + (traits.mappings.countByForm[form] ?? 0), 0);
    if (count === 0) return [];
    return [
      {
        label: `Mapped by ${formTitles[form]}`,
        observed: countOf(count, 'user'),
        ...(isWeak(form) ? { expected: 'none', matches: false } : {}),
      },
    ];
  });
}

function summarise(privileged: readonly string[], others: readonly string[], pilot: PilotView): string {
  const weak = privileged.length + others.length;
  const open =
    pilot.untold.length > 0 ? ` The users of ${countOf(pilot.untold.length, 'domain')} could not be judged.` : '';
  if (weak === 0) return `No weak certificate mapping was seen.${open}`;
  const lead = `${weak} of ${countOf(pilot.total, 'pilot user')} ${weak === 1 ? 'has a weak certificate mapping' : 'have weak certificate mappings'}`;
  return privileged.length > 0
    ? `${lead}, ${privileged.length} of them privileged: ${listed(privileged)}.${open}`
    : `${lead}: ${listed(others)}.${open}`;
}
