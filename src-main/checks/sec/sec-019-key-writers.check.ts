import { connectorAccounts } from '../../evidence/derived/connector-accounts';
import { keyWriters, ownPermissions, unexpectedKeyWriters } from '../../evidence/derived/key-writers';
import { principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { normalDn } from '../../evidence/distinguished-name';
import { domainPrincipal, domainRid } from '../../knowledge/well-known-principals';
import { defineCheck, type Evidence } from '../define-check';
import { domainObject, domainRecords } from '../domain-records';
import { type JudgedObject, judged } from '../result';
import { countOf, namesOf, shareOf } from '../wording';
import { type Guarded, guarded, judgeGuarded, notPassed, outsidersOn, undecided } from './secured-objects';

export default defineCheck({
  id: 'SEC-019',
  revision: 1,
  why: 'Whoever can write msDS-KeyCredentialLink of an account can add a key of his own and sign in as that account.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-ada2/',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adts/',
    'https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-groups',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['ad.access-control', 'connect.connectors?', ...principalNeeds],
  evaluate(inputs, { scope }) {
    const { records, unread } = domainRecords(inputs['ad.access-control'], inputs['ad.partitions'].records, scope);
    const principals = principalsOf(inputs, scope);
    const connectors = connectorAccounts(inputs, scope).accounts.map(({ account }) => account);
    const list = records.flatMap(({ id, data: { objects } }) => {
      const visible = new Set(
        objects
          .filter(({ securityDescriptor }) => securityDescriptor !== undefined)
          .map(({ distinguishedName }) => normalDn(distinguishedName)),
      );
      return objects
        .filter(({ role }) => judgedRoles.includes(role))
        .map((secured) =>
          guarded(secured, id, (descriptor) =>
            unexpectedKeyWriters(
              keyWriters(secured, ownPermissions(secured, descriptor, visible)),
              principals,
              connectors,
            ),
          ),
        );
    });
    const objects = [
      ...list.map((one) => judgeGuarded(one, 'may write keys of the accounts it protects or holds')),
      ...records.flatMap(unitsLeftOut),
      ...unread,
    ];
    return judged(objects, { summary: summarise(list, objects), observations: notPassed(objects) });
  },
  remediation: {
    task: 'Take the right to write Hello keys from accounts outside Tier 0.',
    steps: [
      'Take the right from everybody but Tier 0, Key Admins, Enterprise Key Admins and the AD DS connector account of Entra Connect, at the place the entry is set.',
      'When Enterprise Key Admins has full control of the domain, a fault of an early build of Windows Server 2016, replace that entry by one for the attribute alone.',
      'Look for keys that were added meanwhile, and watch event 5136 for the attribute.',
    ],
    command: [
      'dsacls "DC=contoso,DC=com"',
      'dsacls "OU=Staff,DC=contoso,DC=com" /R "CONTOSO\\helpdesk"',
      'dsacls "DC=contoso,DC=com" /I:T /G "CONTOSO\\Enterprise Key Admins":RPWP;msDS-KeyCredentialLink',
    ].join('\n'),
    verify:
      '`dsacls` shows write access to msDS-KeyCredentialLink, or to all properties, for the accepted principals only.',
    revert: 'Give the right back with `dsacls … /G`.',
    right: 'Domain Admins',
  },
});

/** Objects that hold accounts or are of Tier 0; the others have checks of their own. */
const judgedRoles: readonly string[] = ['domain-head', 'admin-sd-holder', 'organizational-unit', 'tier-zero-principal'];

/** Of a very large domain not all units were kept. */
function unitsLeftOut({ id, target, data: { objects, unitCount = 0 } }: Evidence<'ad.access-control'>): JudgedObject[] {
  const left = unitCount - objects.filter(({ role }) => role === 'organizational-unit').length;
  if (left <= 0) return [];
  const object = { ...domainObject(target), id: `units:${target}`, name: `other organisational units of ${target}` };
  const note = `${countOf(left, 'organisational unit')} more were seen, but their permissions were not kept.`;
  return [{ ...object, evidenceId: id, outcome: 'unknown', reason: 'not-collected', note }];
}

function summarise(list: readonly Guarded[], objects: readonly JudgedObject[]): string {
  const faulty = namesOf(objects, 'fail').length;
  if (faulty > 0) {
    const bug = list.some(hasPreviewFault)
      ? ' Enterprise Key Admins has full control of a domain, left by an early build of Windows Server 2016.'
      : '';
    return `${shareOf(faulty, list.length, 'place', ['lets', 'let'])} accounts outside Tier 0 write keys of other accounts: ${outsidersOn(list)}.${bug}${undecided(objects)}`;
  }
  if (objects.some(({ outcome }) => outcome === 'unknown'))
    return `Nobody unexpected was seen with the right to write keys.${undecided(objects)}`;
  return `Only Tier 0, Key Admins and the account of Entra Connect may write keys in ${countOf(list.length, 'place')}: domain, units, AdminSDHolder and protected objects.`;
}

const hasPreviewFault = ({ secured: { role }, outsiders = [] }: Guarded): boolean =>
  role === 'domain-head' &&
  outsiders.some(
    ({ sid, through }) => through === 'full-control' && domainPrincipal(sid)?.rid === domainRid.enterpriseKeyAdmins,
  );
