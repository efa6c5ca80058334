import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { CertificationAuthority } from '../../../src-shared/model/evidence/pki';
import { domainsInScope, forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { delegatesTo, httpHostsOf, ndesAccounts, shortName } from '../../evidence/derived/ndes-account';
import { hasBits } from '../../knowledge/certificate-template-values';
import { defineCheck } from '../define-check';
import { combined, fault, risk, type TemplateVerdict } from '../pki/judge-templates';
import { fail, type JudgedObject, judged, unknown } from '../result';
import { countOf, listed } from '../wording';

/** `userAccountControl`: may act for others whatever protocol they signed in with. */
const trustedToAuthenticate = 0x100_0000;

export default defineCheck({
  id: 'SSO-009',
  revision: 1,
  why: 'NDES asks the CA in the name of its service account; without its SPN and delegation, or with a managed account, no certificate is issued to Entra joined devices.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso-cert',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['ad.service-accounts', 'ad.certification-authorities', 'ad.partitions?', 'pki.enrolment-endpoints?'],
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.entraJoined && registrationAuthority.entraJoined === 'ndes-scep') || {
      reason: 'No Entra joined devices that enrol through NDES are in scope.',
    },
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const records = inputs['ad.service-accounts'].records.filter(({ target }) => domains.includes(target));
    const authorities = forestsInScope(inputs['ad.certification-authorities'].records, scope).records.flatMap(
      ({ data }) => data.authorities,
    );
    const endpoints = inputs['pki.enrolment-endpoints'].records.map(({ data }) => data);
    const objects = records.flatMap(({ id, data }) =>
      ndesAccounts(data.accounts, authorities, endpoints).map((account) => judgeAccount(account, authorities, id)),
    );
    if (objects.length > 0)
      return judged(objects, {
        summary: summarise(objects),
        observations: objects.map(({ name, note, outcome }) => ({
          label: name,
          observed: note,
          expected:
            'an ordinary account with HTTP SPN and delegation with any protocol to HOST of NDES, HOST and RPCSS of the CA',
          matches: outcome === 'pass',
        })),
      });
    const unreadDomains = domains.known.filter((domain) => !records.some(({ target }) => isSameHost(target, domain)));
    if (records.length === 0 || unreadDomains.length > 0)
      return unknown('not-collected', {
        summary: `No NDES service account was found, but the accounts of ${listed(unreadDomains) || 'the domains in scope'} were not read.`,
      });
    if (authorities.length === 0)
      return unknown('not-collected', {
        summary: 'No CA was found, so the account that may act for others there cannot be told.',
      });
    return fail({
      summary: `No account may act for others at a CA, as the NDES service account must (${countOf(records.flatMap(({ data }) => data.accounts).length, 'service account')} read).`,
    });
  },
  remediation: {
    steps: [
      'Create an ordinary domain account for NDES; the Intune connector does not work with a managed one.',
      'Register the SPN of the NDES server for it.',
      'Account properties, tab “Delegation”: trust for delegation to specified services only, any authentication protocol; add HOST of the NDES server, HOST and RPCSS of the issuing CA.',
      'Add the account to the local group IIS_IUSRS of the NDES server.',
    ],
    command: [
      'setspn -s http/ndes.contoso.com CONTOSO\\NDESSvc',
      'setspn -l CONTOSO\\NDESSvc',
      "Get-ADUser NDESSvc -Properties 'msDS-AllowedToDelegateTo', TrustedToAuthForDelegation",
    ].join('\n'),
    verify:
      '`setspn -l` lists HTTP/<NDES server>, and the delegation list HOST/<NDES server>, HOST/<CA> and RPCSS/<CA>, in full and short form.',
    revert: '`setspn -d http/ndes.contoso.com CONTOSO\\NDESSvc`, and choose “Do not trust this user for delegation”.',
    right: 'Domain Admins',
    risk: 'An account that may act for others at a CA is as powerful as the templates it reaches; protect it accordingly.',
  },
});

function judgeAccount(
  account: ServiceAccount,
  authorities: readonly CertificationAuthority[],
  evidenceId: string,
): JudgedObject {
  const {
    severity: _,
    note,
    ...verdict
  } = combined(
    [...judgeClass(account), ...judgeNames(account), ...judgeDelegation(account, authorities)],
    'is an ordinary account with the SPN and the delegation NDES needs',
  );
  return {
    id: account.objectSid,
    kind: 'user',
    name: account.samAccountName,
    evidenceId,
    locate: account.samAccountName,
    ...verdict,
    note: `The account ${note}.`,
  };
}

function judgeClass({ accountClass, enabled }: ServiceAccount): readonly TemplateVerdict[] {
  return [
    ...(accountClass === 'user'
      ? []
      : [fault('is a managed or computer account, with which the Intune connector does not work')]),
    ...(enabled ? [] : [fault('is disabled')]),
  ];
}

const judgeNames = (account: ServiceAccount): readonly TemplateVerdict[] =>
  httpHostsOf(account).length > 0 ? [] : [fault('has no HTTP service principal name')];

function judgeDelegation(
  account: ServiceAccount,
  authorities: readonly CertificationAuthority[],
): readonly TemplateVerdict[] {
  const { accountControl } = account;
  const hosts = authorities.map(({ dnsHostName }) => dnsHostName);
  const served = httpHostsOf(account).filter((host) => host.includes('.'));
  const servesSelf = served.length === 0 || served.some((host) => delegatesTo(account, 'host', host));
  const reached = hosts.filter((host) => delegatesTo(account, 'host', host) && delegatesTo(account, 'rpcss', host));
  const isShort = reached.some(
    (host) => delegatesTo(account, 'host', shortName(host)) && delegatesTo(account, 'rpcss', shortName(host)),
  );
  return [
    ...(accountControl === undefined
      ? [{ outcome: 'unknown', reason: 'access-denied', note: 'was read without its userAccountControl' } as const]
      : []),
    ...(accountControl !== undefined && !hasBits(accountControl, trustedToAuthenticate)
      ? [fault('may not act for users who signed in with another protocol than Kerberos')]
      : []),
    ...(servesSelf ? [] : [fault(`may not act for others at HOST of ${listed(served)}`)]),
    ...(reached.length > 0
      ? []
      : [fault(`may not act for others at both HOST and RPCSS of a CA (${listed(hosts) || 'none is known'})`)]),
    ...(reached.length === 0 || isShort
      ? []
      : [risk(`is allowed the full name of ${listed(reached)} only, not the short one`)]),
  ];
}

function summarise(objects: readonly JudgedObject[]): string {
  const faulty = objects.filter(({ outcome }) => outcome !== 'pass');
  const told = (faulty.length > 0 ? faulty : objects).slice(0, 4).map(({ name, note }) => `${name}: ${note}`);
  const unseen = 'Whether it is in the local group IIS_IUSRS of the NDES server is not part of the directory.';
  return `${told.join(' ')} ${unseen}`;
}
