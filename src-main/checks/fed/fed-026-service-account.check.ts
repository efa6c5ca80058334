import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import { adfsCandidates, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';

export default defineCheck({
  id: 'FED-026',
  revision: 2,
  why: 'The kind of account decides how the agent template has to be set and whether somebody could know its password.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.service-accounts', ...principalNeeds, ...adfsNeeds],
  evaluate(inputs, { scope }) {
    const { accounts, isSure } = adfsCandidates(inputs, scope);
    const principals = principalsOf(inputs, scope);
    if (accounts.length === 0)
      return unknown('not-collected', {
        summary: 'No account with a service principal name of the federation service was found; see FED-017.',
      });
    if (!isSure && accounts.length > 1)
      return unknown('not-collected', {
        summary: 'Several accounts may be that of AD FS, because the name of the federation service is not known.',
      });
    const objects = accounts.map(
      (account): JudgedObject => ({
        id: account.objectSid,
        kind: 'user',
        name: account.samAccountName,
        ...judgeAccount(account, principals),
      }),
    );
    return judged(objects, { summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' ') });
  },
  remediation: {
    task: 'Move AD FS to a group managed service account.',
    steps: [
      'Move AD FS to a group managed service account, with the service account tool of the AD FS toolbox or by building the farm anew.',
      'Take the account out of every privileged group.',
    ],
    command: [
      'New-ADServiceAccount -Name adfssvc -DNSHostName fs.contoso.com -PrincipalsAllowedToRetrieveManagedPassword "AD FS Servers"',
      'Test-ADServiceAccount adfssvc',
    ].join('\n'),
    verify: '`Get-CimInstance Win32_Service -Filter "Name=\'adfssrv\'"` shows the managed account on every node.',
    revert: 'The former account can be set again with the same tool.',
    right: 'Domain Admins, AD FS administrator',
    risk: 'AD FS restarts on every node; templates and SPNs have to follow the new account.',
  },
});

function judgeAccount(account: ServiceAccount, principals: PrincipalView): Verdict {
  const tier = principals.tierOf(account.objectSid);
  const { sids, isComplete } = principals.tokenOf(account);
  const ruling = [...sids].filter((sid) => sid !== account.objectSid && principals.isTierZero(sid));
  if (ruling.length > 0)
    return {
      outcome: 'fail',
      note: `It is a member of ${principals.titleOf(ruling[0] ?? '')}, far more than AD FS needs.`,
    };
  const isManaged = account.accountClass === 'group-managed';
  if (account.accountClass === 'computer') return { outcome: 'fail', note: 'It is a computer account.' };
  const kind = isManaged
    ? 'a group managed service account'
    : account.accountClass === 'standalone-managed'
      ? 'a standalone managed service account'
      : 'an ordinary user';
  if (!isComplete && tier === 'unknown')
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `It is ${kind}; whether it is in a privileged group was not read.`,
    };
  if (isManaged) return { outcome: 'pass', note: 'It is a group managed service account without privileges.' };
  return { outcome: 'warning', note: `It is ${kind}, whose password somebody set and may know.` };
}
