import type { ServiceAccount } from '../../../src-shared/model/evidence/access';
import { federationHostNeeds, federationHostsIn } from '../../evidence/derived/federation-hosts';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed } from '../wording';
import { farmObject } from './judge-farms';

interface Holder {
  readonly account: ServiceAccount;
  readonly evidenceId: string;
}

export default defineCheck({
  id: 'FED-017',
  revision: 1,
  why: 'A ticket for the federation service can be issued only when exactly one account carries its name; otherwise integrated sign-in falls back or fails.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-iwa',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.service-accounts', 'ad.partitions?', ...federationHostNeeds],
  evaluate(inputs, { scope }) {
    const hosts = federationHostsIn(inputs);
    if (hosts.length === 0)
      return unknown('not-collected', {
        summary: 'The name of the federation service is not known, so its service principal name cannot be looked for.',
      });
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const holders = inputs['ad.service-accounts'].records
      .filter(({ target }) => domains.includes(target))
      .flatMap(({ id, data }) => data.accounts.map((account) => ({ account, evidenceId: id })));
    const objects = hosts.map((host): JudgedObject => ({ ...farmObject(host), ...judgeHost(host, holders) }));
    return judged(objects, {
      summary: objects.map(({ name, note }) => (objects.length === 1 ? note : `${name}: ${note}`)).join(' '),
      observations: hosts.map((host) => ({
        label: `Accounts with host/${host}`,
        observed: namesOf(holdersOf(`host/${host}`, holders)) || 'none',
        expected: 'the AD FS service account alone',
        matches: holdersOf(`host/${host}`, holders).length === 1,
      })),
    });
  },
  remediation: {
    task: 'Register the SPN of the federation service on its service account only.',
    steps: ['Take the name off every account but the service account of AD FS, and register it there.'],
    command: ['setspn -Q host/fs.contoso.com', 'setspn -X', 'setspn -S host/fs.contoso.com CONTOSO\\adfssvc$'].join(
      '\n',
    ),
    verify: '`setspn -Q host/fs.contoso.com` names the service account alone.',
    revert: '`setspn -D` takes the name off again.',
    right: 'Write access to the account, usually Domain Admins',
  },
});

const holdersOf = (name: string, holders: readonly Holder[]): readonly Holder[] =>
  holders.filter(({ account }) => account.servicePrincipalNames.some((own) => own.toLowerCase() === name));
const namesOf = (holders: readonly Holder[]): string => listed(holders.map(({ account }) => account.samAccountName));

/** Computers are not read as holders: a name on one, other than its own, does not show. */
function judgeHost(host: string, holders: readonly Holder[]): Verdict & Pick<JudgedObject, 'evidenceId'> {
  const byHost = holdersOf(`host/${host}`, holders);
  const [only, ...others] = byHost;
  if (only !== undefined && others.length > 0)
    return {
      outcome: 'fail',
      note: `${byHost.length} accounts carry host/${host}: ${namesOf(byHost)}.`,
      evidenceId: only.evidenceId,
    };
  if (only !== undefined)
    return only.account.enabled
      ? {
          outcome: 'pass',
          note: `host/${host} is on ${only.account.samAccountName} alone.`,
          evidenceId: only.evidenceId,
        }
      : {
          outcome: 'fail',
          note: `host/${host} is on ${only.account.samAccountName}, which is disabled.`,
          evidenceId: only.evidenceId,
        };
  const byHttp = holdersOf(`http/${host}`, holders);
  const [first] = byHttp;
  if (first !== undefined)
    return {
      outcome: 'warning',
      note: `Only http/${host} is registered, on ${namesOf(byHttp)}; host/${host} is missing.`,
      evidenceId: first.evidenceId,
    };
  return { outcome: 'fail', note: `No account carries host/${host}.` };
}
