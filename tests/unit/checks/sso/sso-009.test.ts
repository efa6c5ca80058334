import check from '../../../../src-main/checks/sso/sso-009-ndes-account.check';
import type { ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { adfsAccount } from '../principals';
import { ndesAccount, ndesScope, ndesSid } from './ndes';

const cas = authoritiesOf([authority()]);
const partitions = (...domains: readonly string[]): CheckCase['evidence'][number] =>
  record('ad.partitions', forest, {
    upnSuffixes: [],
    domains: domains.map((dnsRoot) => ({ dnsRoot, netBiosName: '', namingContext: '' })),
  });
const base = { scope: ndesScope } as const;
const serviceAccountsOf = (accounts: readonly ServiceAccount[]): CheckCase['evidence'][number] =>
  record('ad.service-accounts', forest, { accounts });
const having = (changes: Partial<ServiceAccount>): CheckCase['evidence'] => [
  serviceAccountsOf([adfsAccount, ndesAccount(changes)]),
  cas,
  partitions(forest),
];
const endpointAt = (url: string): CheckCase['evidence'][number] =>
  record('pki.enrolment-endpoints', 'ca01.contoso.com', {
    host: 'ca01.contoso.com',
    endpoints: [{ kind: 'ndes', url, state: 'answers', status: 200, authentication: [], isTls: true }],
  });

describeCheck(check, [
  {
    ...base,
    name: 'as the guide has it',
    evidence: having({}),
    outcome: 'pass',
    says: ['NDESSvc', 'IIS_IUSRS'],
    objects: { [ndesSid]: 'pass' },
  },
  {
    ...base,
    name: 'names with ports and in other case',
    evidence: having({
      servicePrincipalNames: ['HTTP/NDES.contoso.com:443'],
      allowedToDelegateTo: [
        'host/NDES.contoso.com',
        'Host/CA01.contoso.com',
        'host/ca01',
        'RPCSS/ca01.CONTOSO.com',
        'rpcss/ca01/x',
      ],
    }),
    outcome: 'pass',
  },
  {
    ...base,
    name: 'a managed account',
    evidence: having({ accountClass: 'group-managed', samAccountName: 'ndes$' }),
    outcome: 'fail',
    severity: 'high',
    says: ['managed'],
  },
  { ...base, name: 'disabled', evidence: having({ enabled: false }), outcome: 'fail', says: ['disabled'] },
  {
    ...base,
    name: 'no SPN',
    evidence: having({ servicePrincipalNames: [] }),
    outcome: 'fail',
    says: ['no HTTP service principal name'],
  },
  {
    ...base,
    name: 'Kerberos only',
    evidence: having({ accountControl: 0x200 }),
    outcome: 'fail',
    says: ['another protocol than Kerberos'],
  },
  {
    ...base,
    name: 'no delegation to RPCSS',
    evidence: having({ allowedToDelegateTo: ['HOST/ndes.contoso.com', 'HOST/ca01.contoso.com', 'HOST/ca01'] }),
    outcome: 'fail',
    says: ['HOST and RPCSS'],
  },
  {
    ...base,
    name: 'no delegation to NDES itself',
    evidence: having({
      allowedToDelegateTo: ['HOST/ca01.contoso.com', 'HOST/ca01', 'rpcss/ca01.contoso.com', 'rpcss/ca01'],
    }),
    outcome: 'fail',
    says: ['HOST of ndes.contoso.com'],
  },
  {
    ...base,
    name: 'full names only',
    evidence: having({
      allowedToDelegateTo: ['HOST/ndes.contoso.com', 'HOST/ca01.contoso.com', 'rpcss/ca01.contoso.com'],
    }),
    outcome: 'warning',
    says: ['not the short one'],
  },
  {
    ...base,
    name: 'userAccountControl not returned',
    evidence: [
      serviceAccountsOf([
        Object.fromEntries(
          Object.entries(ndesAccount()).filter(([name]) => name !== 'accountControl'),
        ) as Partial<ServiceAccount> as ServiceAccount,
      ]),
      cas,
    ],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    ...base,
    name: 'found by the host NDES answers on, without any delegation',
    evidence: [...having({ allowedToDelegateTo: [] }), endpointAt('https://ndes.contoso.com/certsrv/mscep/mscep.dll')],
    outcome: 'fail',
    says: ['RPCSS of a CA'],
  },
  {
    ...base,
    name: 'no account may act for others at a CA',
    evidence: [serviceAccountsOf([adfsAccount]), cas, partitions(forest)],
    outcome: 'fail',
    says: ['1 service account read'],
  },
  {
    ...base,
    name: 'none found, but a domain was not read',
    evidence: [serviceAccountsOf([adfsAccount]), cas, partitions(forest, 'emea.contoso.com')],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['emea.contoso.com'],
  },
  {
    ...base,
    name: 'no CA known',
    evidence: [serviceAccountsOf([adfsAccount]), authoritiesOf([]), partitions(forest)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    ...base,
    name: 'accounts of one domain denied',
    evidence: [...having({}), failed('ad.service-accounts', 'emea.contoso.com', 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'NDES not in scope', evidence: having({}), outcome: 'not-applicable' },
]);
