import { forestsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { domainPrincipal, domainRid } from '../../knowledge/well-known-principals';
import { defineCheck, type Inputs } from '../define-check';
import { domainRecords } from '../domain-records';
import { type JudgedObject, judged } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = ['ad.privileged-groups', 'ad.partitions', 'ad.groups?'] as const;

export default defineCheck({
  id: 'DIR-023',
  revision: 1,
  why: 'Windows creates Key Admins and Enterprise Key Admins, to which writing keys is delegated, when a controller of Windows Server 2016 or later is PDC emulator.',
  sources: ['https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-groups'],
  outcomes: ['pass', 'warning'],
  needs,
  evaluate(inputs, { scope }) {
    const partitions = inputs['ad.partitions'].records;
    const { records, unread: unreadDomains } = domainRecords(inputs['ad.privileged-groups'], partitions, scope);
    const forests = forestsInScope(partitions, scope);
    const objects: readonly JudgedObject[] = [
      ...records.map(({ id, target }) => judgeGroup(target, 'Key Admins', domainRid.keyAdmins, inputs, id)),
      ...forests.records.flatMap(({ target }) => {
        const root = records.find((record) => isSameHost(record.target, target));
        return root === undefined
          ? []
          : [judgeGroup(target, 'Enterprise Key Admins', domainRid.enterpriseKeyAdmins, inputs, root.id)];
      }),
      ...unreadDomains,
    ];
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
    });
  },
  remediation: {
    task: 'Create the groups Key Admins and Enterprise Key Admins.',
    steps: [
      'Move the role of PDC emulator to a domain controller of Windows Server 2016 or later; for Enterprise Key Admins in the root domain.',
      'Wait for replication, then look for the groups again.',
    ],
    command: [
      'Get-ADDomain | Select-Object PDCEmulator',
      'Move-ADDirectoryServerOperationMasterRole -Identity DC2 -OperationMasterRole PDCEmulator',
      'Get-ADGroup -Identity "$((Get-ADDomain).DomainSID)-526"',
      'Get-ADGroup -Identity "$((Get-ADDomain).DomainSID)-527"',
    ].join('\n'),
    verify: 'The last two commands show the groups, the second one in the root domain.',
    revert: 'Move the role back; the groups stay.',
    right: 'Domain Admins',
  },
});

function judgeGroup(
  domain: string,
  title: string,
  rid: number,
  inputs: Inputs<(typeof needs)[number]>,
  evidenceId: string,
): JudgedObject {
  const object = {
    id: `${domain.toLowerCase()}:${rid}`,
    kind: 'directory-object',
    name: `${title} of ${domain}`,
    evidenceId,
  } as const;
  const isOf = ({ target }: { readonly target: string }): boolean => isSameHost(target, domain);
  // The search for privileged groups goes by marks of the system; the list of all groups does not.
  const group = [
    ...inputs['ad.privileged-groups'].records.filter(isOf).flatMap(({ data }) => data.groups),
    ...inputs['ad.groups'].records.filter(isOf).flatMap(({ data }) => data.groups),
  ].find(({ objectSid }) => domainPrincipal(objectSid)?.rid === rid);
  if (group === undefined)
    return {
      ...object,
      outcome: 'warning',
      note: 'Not there: the PDC emulator was never of Windows Server 2016 or later.',
    };
  const alias = group.samAccountName === title ? '' : ` Its name is ${group.samAccountName}.`;
  return { ...object, outcome: 'pass', locate: group.samAccountName, note: `There.${alias}` };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [missing, unseen] = [namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (missing.length > 0)
    return `${listed(missing)} ${missing.length === 1 ? 'does' : 'do'} not exist, so the right to write keys has to be delegated by hand.`;
  if (unseen.length > 0) return `The groups of key administrators of ${listed(unseen)} could not be seen.`;
  return `${countOf(objects.length, 'group')} of key administrators: all that there should be.`;
}
