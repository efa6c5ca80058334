import type { QuestionId } from '../../../src-shared/interview/questions';
import { isClientMachine } from '../../evidence/derived/client-machines';
import { viewPilot } from '../../evidence/derived/pilot-traits';
import { printable } from '../../evidence/printable';
import { type CheckContext, defineCheck, type Evidence, type Inputs } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed } from '../wording';

const question: QuestionId = 'users-per-device';
const needs = ['host.system?', 'ad.pilot-users?', 'ad.partitions?', 'interview.answer?'] as const;
type LimitInputs = Inputs<(typeof needs)[number]>;
/** Enrolments Microsoft supports on one device. */
const supported = 10;
const helloUsage = 1;

export default defineCheck({
  id: 'PRV-018',
  revision: 1,
  why: 'Only ten people can enrol on one device, and a TPM that locked itself refuses every PIN.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/faq',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/',
  ],
  outcomes: ['pass', 'warning'],
  needs,
  asks: [question],
  evaluate(inputs, { scope }) {
    const people = [...judgeAnswer(inputs), ...judgeKeys(inputs, scope)];
    const chips = inputs['host.system'].records.flatMap(judgeChip);
    const objects = [
      ...(people.length > 0
        ? people
        : [
            unread(
              'people:per-device',
              'People on one device',
              inputs['interview.answer'].gaps,
              'How many people enrol on one device was neither asked nor seen in AD.',
            ),
          ]),
      ...(chips.length > 0
        ? chips
        : [
            unread(
              'chip:lock',
              'TPM of clients',
              inputs['host.system'].gaps,
              'Whether a TPM of a client is locked was not read; it takes an administrator of the client.',
            ),
          ]),
    ];
    const telling = objects.filter(({ outcome }) => outcome !== 'pass');
    return judged(objects, {
      summary:
        telling.length === 0
          ? `Not more than ${supported} people enrol on one device, and ${countOf(chips.length, 'TPM')} of clients ${chips.length === 1 ? 'is' : 'are'} not locked.`
          : listed(
              telling.map(({ name, note }) => `${name}: ${note}`),
              3,
            ).replace(/\.?$/u, '.'),
      observations: people.map(({ name, note = '' }) => ({
        label: name,
        observed: note,
        expected: `at most ${supported}`,
      })),
    });
  },
  remediation: {
    task: 'Give people who share devices security keys.',
    steps: [
      'Give people who share a device FIDO2 security keys instead of Hello.',
      'Restart a device whose TPM is locked and let it run for two hours; clear the TPM only when it stays locked.',
    ],
    command: 'Get-Tpm | Select-Object TpmReady, LockedOut, LockoutHealTime',
    verify: 'LockedOut is False.',
    right: 'Administrator of the client',
    risk: 'Clearing the TPM removes every Hello key on the device.',
  },
});

const unread = (id: string, name: string, gaps: LimitInputs['host.system']['gaps'], note: string): JudgedObject => ({
  id,
  kind: 'check',
  name,
  outcome: 'unknown',
  reason: gaps[0]?.reason ?? 'not-collected',
  note,
});

const judgeAnswer = (inputs: LimitInputs): readonly JudgedObject[] =>
  inputs['interview.answer'].records
    .filter(({ data }) => data.question === question && /^\d{1,4}$/u.test(data.answer))
    .map(({ id, data }) => ({
      id: `answer:${question}`,
      kind: 'check',
      name: `People on one device, said by ${printable(data.saidBy, 100)} on ${printable(data.saidOn, 30)}`,
      evidenceId: id,
      outcome: Number(data.answer) > supported ? 'warning' : 'pass',
      note: `${data.answer} at most.`,
    }));

/** Devices on which more people have a Hello key than are supported; one passing object stands for all others. */
function judgeKeys(inputs: LimitInputs, scope: CheckContext['scope']): readonly JudgedObject[] {
  const pilot = viewPilot(inputs['ad.pilot-users'].records, inputs['ad.partitions'].records, scope);
  const holders = pilot.domains.flatMap(({ traits, evidenceId }) =>
    traits.keys.holders.map((holder) => ({ holder, evidenceId })),
  );
  const people = new Map<string, Set<string>>();
  for (const { holder } of holders)
    for (const { usage, deviceId } of holder.keys)
      if (usage === helloUsage && deviceId !== undefined)
        people.set(deviceId, (people.get(deviceId) ?? new Set()).add(holder.distinguishedName));
  const [first] = holders;
  if (people.size === 0 || first === undefined) return [];
  const crowded = [...people]
    .filter(([, names]) => names.size > supported)
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
  const { evidenceId } = first;
  if (crowded.length > 0)
    return crowded.map(([id, names]) => ({
      id,
      kind: 'device',
      name: 'a shared device',
      evidenceId,
      locate: id,
      outcome: 'warning',
      note: `${names.size} people have a Hello key of it.`,
    }));
  const most = Math.max(...[...people.values()].map((names) => names.size));
  const isWhole =
    pilot.untold.length === 0 && pilot.domains.every(({ traits: { keys } }) => keys.holderCount <= keys.holders.length);
  return [
    {
      id: 'devices:keys',
      kind: 'check',
      name: 'Devices with Hello keys in AD',
      evidenceId,
      ...(isWhole
        ? { outcome: 'pass', note: `${most} at most.` }
        : { outcome: 'unknown', reason: 'not-collected', note: `${most} at most among the accounts that were kept.` }),
    },
  ];
}

function judgeChip({ id, data }: Evidence<'host.system'>): readonly JudgedObject[] {
  const isLocked = data.tpm?.isLockedOut;
  if (!isClientMachine(data) || isLocked === undefined) return [];
  return [
    {
      id: `client:${data.host.toLowerCase()}`,
      kind: 'client',
      name: printable(data.host, 256),
      evidenceId: id,
      locate: 'isLockedOut',
      ...(isLocked
        ? { outcome: 'warning', note: 'its TPM is locked after too many wrong attempts.' }
        : { outcome: 'pass', note: 'Its TPM is not locked.' }),
    },
  ];
}
