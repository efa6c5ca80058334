import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { Scope } from '../../../src-shared/model/scope';
import { answerOf, isOutsidePilot } from '../../evidence/derived/clients';
import { guidFromText } from '../../evidence/guid';
import { printable } from '../../evidence/printable';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason' | 'locate'>;
const labels = ['AzureAdJoined', 'DomainJoined', 'EnterpriseJoined'] as const;
type Label = (typeof labels)[number];

export default defineCheck({
  id: 'DEV-006',
  revision: 1,
  why: 'Windows Hello for Business provisions only on devices that are joined to Entra ID, and only the client itself knows whether it is.',
  sources: ['https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['client.dsregcmd', 'entra.organization?', 'ad.pilot-computers?'],
  evaluate(
    { 'client.dsregcmd': clients, 'entra.organization': organizations, 'ad.pilot-computers': pilot },
    { scope },
  ) {
    const isForeign = ({ data }: Evidence<'client.dsregcmd'>): boolean =>
      pilot.gaps.length === 0 && isOutsidePilot(data, pilot.records, scope);
    const tenants = organizations.records.map(({ data }) => data.tenantId.toLowerCase());
    const objects = [
      ...clients.records.map((record) =>
        isForeign(record) ? outsidePilot(record) : judgeClient(record, scope, tenants),
      ),
      ...clients.gaps.map((gap) =>
        unread({ id: `client:${gap.target.toLowerCase()}`, kind: 'client', name: gap.target }, gap),
      ),
    ];
    const counted = objects.filter(({ outcome }) => outcome !== 'not-applicable');
    if (counted.length === 0) {
      return unknown('not-collected', {
        summary: `None of ${countOf(objects.length, 'client')} that were collected belongs to the pilot.`,
      });
    }
    const own = clients.records.filter((record) => !isForeign(record));
    return judged(objects, {
      summary: summarise(counted),
      observations: labels.map((label) => observe(label, own, scope)),
    });
  },
  remediation: {
    task: 'Repair the join of the pilot clients.',
    steps: [
      'Read the part “Diagnostic Data” of the output: “Error Phase” (pre-check, discover, auth, join), “Client ErrorCode”, “Server ErrorCode” and “Https Status” name the step that failed.',
      'Correct what the phase points to: service connection point, access to the Entra endpoints as SYSTEM, AD FS, synchronisation of the computer.',
      'Let the client leave and join again. A device with EnterpriseJoined YES first has to leave the on-premises registration service.',
    ],
    command: [
      'dsregcmd /status',
      'dsregcmd /debug /leave',
      'Start-ScheduledTask -TaskPath "\\Microsoft\\Windows\\Workplace Join\\" -TaskName Automatic-Device-Join',
    ].join('\n'),
    verify:
      'After the next sign-in `dsregcmd /status` shows AzureAdJoined YES, DomainJoined YES (hybrid joined) and EnterpriseJoined NO.',
    revert: '`dsregcmd /leave`, run as SYSTEM, takes the device out of Entra ID again.',
    right: 'Local administrator of the client',
    risk: 'Leaving removes the Windows Hello keys of the device; users enrol again.',
  },
});

function judgeClient(
  { id, data }: Evidence<'client.dsregcmd'>,
  scope: Scope,
  tenants: readonly string[],
): JudgedObject {
  return { ...clientObject({ id, data }), ...judgeStatus(data, scope, tenants) };
}

const outsidePilot = (record: Evidence<'client.dsregcmd'>): JudgedObject => ({
  ...clientObject(record),
  outcome: 'not-applicable',
  note: 'Not a computer of the pilot.',
});

const clientObject = ({ id, data }: Pick<Evidence<'client.dsregcmd'>, 'id' | 'data'>) =>
  ({ id: `client:${data.deviceName.toLowerCase()}`, kind: 'client', name: data.deviceName, evidenceId: id }) as const;

function judgeStatus(status: DsregcmdStatus, { joinTypes }: Scope, tenants: readonly string[]): Verdict {
  const unclear = labels.filter((label) => answerOf(status, label) === undefined);
  if (unclear.length > 0) {
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: `The output does not tell ${listed(unclear)}; its part “Device State” is missing or damaged.`,
    };
  }
  const [entra, domain, enterprise] = labels.map((label) => answerOf(status, label) === true);
  if (!entra) return { outcome: 'fail', note: `Not joined to Entra ID${errorOf(status)}.`, locate: 'AzureAdJoined' };
  const tenant = guidFromText(status.fields.TenantId ?? '');
  if (tenant !== undefined && tenants.length > 0 && !tenants.includes(tenant)) {
    return {
      outcome: 'unknown',
      reason: 'contradictory',
      note: 'It is joined to another tenant than the one assessed.',
      locate: 'TenantId',
    };
  }
  if (enterprise) {
    return {
      outcome: 'warning',
      note: 'Also joined to an on-premises registration service, which cannot coexist with hybrid join.',
      locate: 'EnterpriseJoined',
    };
  }
  const kind = domain ? 'hybrid joined' : 'joined';
  if (domain ? joinTypes.hybridJoined : joinTypes.entraJoined)
    return { outcome: 'pass', note: `Entra ${kind}.`, locate: 'AzureAdJoined' };
  return { outcome: 'warning', note: `Entra ${kind}, a join type that is not in scope.`, locate: 'DomainJoined' };
}

function errorOf({ fields }: DsregcmdStatus): string {
  const phase = fields['Error Phase'];
  const code = fields['Client ErrorCode'];
  const told = [
    phase === undefined ? '' : `phase ${printable(phase, 40)}`,
    code === undefined ? '' : `error ${printable(code, 40)}`,
  ].filter((part) => part !== '');
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function observe(label: Label, records: readonly Evidence<'client.dsregcmd'>[], { joinTypes }: Scope) {
  const count = (state: boolean | undefined): number =>
    records.filter(({ data }) => answerOf(data, label) === state).length;
  const parts = [
    `YES on ${count(true)}`,
    `NO on ${count(false)}`,
    ...(count(undefined) > 0 ? [`not told on ${count(undefined)}`] : []),
  ];
  const mixed = joinTypes.hybridJoined && joinTypes.entraJoined;
  const expected: Readonly<Record<Label, string>> = {
    AzureAdJoined: 'YES',
    DomainJoined: mixed ? 'YES when hybrid joined, NO when joined' : joinTypes.hybridJoined ? 'YES' : 'NO',
    EnterpriseJoined: 'NO',
  };
  const all = records.length;
  const matches: Readonly<Record<Label, boolean>> = {
    AzureAdJoined: count(true) === all,
    DomainJoined: mixed ? count(undefined) === 0 : count(joinTypes.hybridJoined) === all,
    EnterpriseJoined: count(false) === all,
  };
  return { label, observed: parts.join(', '), expected: expected[label], matches: matches[label] };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [out, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (out.length > 0) return `${shareOf(out.length, objects.length, 'client')} not joined to Entra ID: ${listed(out)}.`;
  if (odd.length > 0)
    return `${shareOf(odd.length, objects.length, 'client', ['has', 'have'])} a join state that does not fit the scope: ${listed(odd)}.`;
  if (unseen.length > 0)
    return `The join state of ${unseen.length} of ${countOf(objects.length, 'client')} could not be judged: ${listed(unseen)}.`;
  return `${countOf(objects.length, 'client')} checked: all are joined to Entra ID as the scope expects.`;
}
