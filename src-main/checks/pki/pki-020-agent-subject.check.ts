import { assertNever } from '../../../src-shared/model/assert-never';
import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { adfsAccounts, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { hasBits, nameFlag } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { hex, listed } from '../wording';
import { adfsIsAuthority } from './adfs-enrolment';
import { agentRole, judgeRole, templateNeeds } from './judge-role';
import { fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

export default defineCheck({
  id: 'PKI-020',
  revision: 1,
  why: 'A managed service account has no name the CA could build the subject from, and an ordinary one should not choose its own; with the wrong setting AD FS gets no agent certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/1192823c-d839-4bc3-9b6b-fa8c53507ae1',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...templateNeeds, ...adfsNeeds],
  appliesTo: adfsIsAuthority,
  evaluate(inputs, { scope }) {
    const accounts = adfsAccounts(inputs, scope);
    return judgeRole(
      agentRole,
      inputs,
      scope,
      (template) => judgeSubject(template, accounts),
      ({ nameFlag: flags }) => ({
        observed: `${flags === undefined ? 'not returned' : `msPKI-Certificate-Name-Flag ${hex(flags)}`}, AD FS runs as ${listed(accounts.map(describe)) || 'an account that was not found'}`,
        expected:
          'subject supplied in the request (0x1) for a managed account, built from Active Directory (0x82000000) for an ordinary one',
      }),
    );
  },
  remediation: {
    task: 'Fit the subject of the enrolment agent template to the service account.',
    steps: [
      'Find out what AD FS runs as: the account with the SPN host/<federation service name>.',
      'Managed service account: tab “Subject Name” of the template, “Supply in the request”.',
      'Ordinary account: “Build from this Active Directory information”, format “Fully distinguished name”, and tick “User principal name (UPN)”.',
      'Restart AD FS, so that it enrols again.',
    ],
    command: [
      'setspn -Q host/fs.contoso.com',
      'certutil -dsTemplate WHFBEnrollmentAgent msPKI-Certificate-Name-Flag',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify:
      'The AD FS log has event 443 no more, and `Get-AdfsCertificateAuthority` shows an agent certificate that is valid.',
    revert: 'Set the former choice on the same tab.',
    right: 'Enterprise Admins, or write access to the template; AD FS administrator',
    risk: 'With “Supply in the request” only the permissions of the template protect the subject (PKI-022, SEC-003).',
  },
});

type Kind = 'managed' | 'ordinary' | 'other';

function kindOf({ accountClass }: ServiceAccount): Kind {
  switch (accountClass) {
    case 'group-managed':
    case 'standalone-managed':
      return 'managed';
    case 'user':
      return 'ordinary';
    case 'computer':
      return 'other';
    default:
      return assertNever(accountClass);
  }
}

const kindNames: Readonly<Record<Kind, string>> = {
  managed: 'a managed service account',
  ordinary: 'an ordinary account',
  other: 'a computer account',
};

const describe = (account: ServiceAccount): string => `${account.samAccountName} (${kindNames[kindOf(account)]})`;

function judgeSubject({ nameFlag: flags }: CertificateTemplate, accounts: readonly ServiceAccount[]): TemplateVerdict {
  if (flags === undefined) return notReturned('msPKI-Certificate-Name-Flag');
  const isSupplied = hasBits(flags, nameFlag.enrolleeSuppliesSubject);
  const source = isSupplied ? 'takes the subject from the request' : 'builds the subject from Active Directory';
  const [kind, ...otherKinds] = [...new Set(accounts.map(kindOf))];
  const names = listed(accounts.map(describe));
  if (kind === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `${source}; whether that fits cannot be told, because no account that was read has the SPN host/ of the federation service`,
    };
  if (otherKinds.length > 0 || kind === 'other')
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: `${source}; AD FS may run as ${names}, so it cannot be told whether that fits`,
    };
  if (kind === 'managed')
    return isSupplied
      ? { outcome: 'pass', note: `${source}, which fits ${names}` }
      : fault(`${source}, which the CA cannot do for ${names}`, 'blocker');
  if (isSupplied) return risk(`${source}, although AD FS runs as ${names}; the subject is free (SEC-003)`, 'high');
  const isComplete = hasBits(flags, nameFlag.directoryPath) && hasBits(flags, nameFlag.alternativeNameUpn);
  return isComplete
    ? { outcome: 'pass', note: `${source}, which fits ${names}` }
    : risk(`${source}, but not with distinguished name and UPN`, 'high');
}
