import type { CertificationAuthorities, CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import { forestsInScope, normalHostName } from '../../evidence/derived/forest-scope';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { authorityObject, forestObject } from './pki-objects';

export default defineCheck({
  id: 'PKI-001',
  revision: 1,
  why: 'Only an enterprise CA that is published in Active Directory reads certificate templates, and only from such a CA can AD FS and domain controllers enrol.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.certification-authorities'],
  evaluate({ 'ad.certification-authorities': lists }, { scope }) {
    const forests = forestsInScope(lists.records, scope);
    const complete = forests.records.flatMap(({ data }) => data.authorities.filter(isComplete));
    const objects = [
      ...forests.records.flatMap((forest) => judgeForest(forest, complete.length > 0)),
      ...forests.absent.map((name) =>
        unread(
          forestObject(name),
          lists.gaps.find(({ target }) => normalHostName(target) === name),
        ),
      ),
    ];
    return judged(objects, {
      summary: summarise(objects, complete),
      observations: forests.records.map(({ target, data }) => ({
        label: `Enterprise CAs of ${target}`,
        observed: data.authorities.length === 0 ? 'none' : listed(data.authorities.map(describe), 10),
        expected: 'at least one with a certificate and published templates',
        matches: data.authorities.some(isComplete),
      })),
    });
  },
  remediation: {
    task: 'Set up an enterprise CA.',
    steps: [
      'Set up an enterprise subordinate CA below an offline root CA; a single enterprise root CA is enough for a lab only.',
      'Let the CA publish at least one template, so that Active Directory lists it with its templates.',
      'Remove entries of CAs that no longer exist with the snap-in “Enterprise PKI” (pkiview.msc), “Manage AD Containers”.',
    ],
    command: [
      'Install-WindowsFeature ADCS-Cert-Authority -IncludeManagementTools',
      'Install-AdcsCertificationAuthority -CAType EnterpriseSubordinateCa -CACommonName "Contoso Issuing CA 1" -CryptoProviderName "RSA#Microsoft Software Key Storage Provider" -KeyLength 4096 -HashAlgorithmName SHA256',
      'certutil -ADCA',
    ].join('\n'),
    verify:
      '`certutil -ADCA` lists the CA with its certificate and templates, and `certutil -ping -config "ca01.contoso.com\\Contoso Issuing CA 1"` is answered.',
    revert:
      '`Uninstall-AdcsCertificationAuthority` removes the role; the entries in Active Directory are removed with pkiview.msc.',
    right: 'Enterprise Admins',
    risk: 'A new CA is part of the security of the whole forest; plan its protection before it issues.',
  },
});

const isComplete = (authority: CertificationAuthority): boolean =>
  authority.certificates.length > 0 && authority.templates.length > 0;

const describe = ({ name, dnsHostName, templates }: CertificationAuthority): string =>
  `${name} on ${dnsHostName} (${countOf(templates.length, 'template')})`;

function judgeForest(
  { id, target, data }: Evidence<'ad.certification-authorities'>,
  existsElsewhere: boolean,
): readonly JudgedObject[] {
  if (data.authorities.length > 0)
    return data.authorities.map((authority) => judgeAuthority(authority, id, existsElsewhere));
  return [{ ...forestObject(target), evidenceId: id, ...judgeEmpty(data, existsElsewhere) }];
}

function judgeEmpty(
  { containerFound }: CertificationAuthorities,
  existsElsewhere: boolean,
): Pick<JudgedObject, 'outcome' | 'reason' | 'note'> {
  if (!containerFound) {
    const note = 'The container Enrollment Services, which every forest has, was not visible to the account that read.';
    return { outcome: 'unknown', reason: 'contradictory', note };
  }
  const note = 'No enterprise CA is published in this forest.';
  return { outcome: existsElsewhere ? 'info' : 'fail', note };
}

/** An entry that lacks something is a leftover as long as another entry is whole. */
function judgeAuthority(authority: CertificationAuthority, evidenceId: string, existsElsewhere: boolean): JudgedObject {
  const object = authorityObject(authority, evidenceId);
  if (isComplete(authority)) {
    return {
      ...object,
      outcome: 'pass',
      note: `On ${authority.dnsHostName}, publishes ${countOf(authority.templates.length, 'template')}.`,
    };
  }
  if (authority.certificates.length === 0 && authority.unreadableCertificates > 0) {
    return {
      ...object,
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'Its certificate in the directory could not be decoded.',
    };
  }
  const lacking = [
    ...(authority.certificates.length === 0 ? ['no certificate'] : []),
    ...(authority.templates.length === 0 ? ['no published template'] : []),
  ];
  return { ...object, outcome: existsElsewhere ? 'warning' : 'fail', note: `The entry has ${lacking.join(' and ')}.` };
}

function summarise(objects: readonly JudgedObject[], complete: readonly CertificationAuthority[]): string {
  const names = listed(complete.map(({ name }) => name));
  const [broken, idle, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const whole = `${countOf(complete.length, 'enterprise CA')} ${complete.length === 1 ? 'is' : 'are'} published in Active Directory: ${names}.`;
  if (broken.length > 0) return 'No enterprise CA with a certificate and published templates is in Active Directory.';
  if (idle.length > 0)
    return `${whole} ${countOf(idle.length, 'other entry', 'other entries')} cannot issue: ${listed(idle)}.`;
  if (unseen.length > 0) return `Whether an enterprise CA is published could not be seen for ${listed(unseen)}.`;
  return `${whole} Whether CA hosts answer is judged by PKI-002.`;
}
