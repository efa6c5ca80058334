import type { QuestionId } from '../../../src-shared/interview/questions';
import { codesOfEvents, codesOfStatus, reportsClientCodes, type SeenCode } from '../../evidence/derived/client-codes';
import { printable } from '../../evidence/printable';
import { clientErrorCode } from '../../knowledge/client-error-codes';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, notApplicable, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';

const question: QuestionId = 'reported-code';
const needs = ['client.dsregcmd?', 'host.events?', 'interview.answer?'] as const;
type CodeInputs = Inputs<(typeof needs)[number]>;

interface Report {
  readonly seen: SeenCode;
  /** Client, or who said it. */
  readonly by: string;
  readonly evidenceId: string;
}

export default defineCheck({
  id: 'PRV-012',
  revision: 1,
  why: 'People report a number; the number names the cause, so that nobody has to guess.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-errors-during-pin-creation',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  ],
  outcomes: ['info', 'not-applicable'],
  needs,
  asks: [question],
  evaluate(inputs) {
    const reports = reportsOf(inputs);
    if (reports.length === 0) return withoutCodes(inputs);
    const objects = [...new Set(reports.map(({ seen }) => seen.code))].sort().map((code) =>
      explain(
        code,
        reports.filter(({ seen }) => seen.code === code),
      ),
    );
    const open = namesOf(objects, 'unknown');
    return judged(objects, {
      summary:
        open.length > 0
          ? `${countOf(objects.length, 'code')} reported; this version does not know ${listed(open)}.`
          : `${countOf(objects.length, 'code')} reported: ${objects
              .slice(0, 3)
              .map(({ name, note }) => `${name}: ${note}`)
              .join(' ')}`,
      observations: objects.map(({ name, note = '' }) => ({ label: name, observed: note })),
    });
  },
  remediation: {
    task: 'Clear the PIN creation errors.',
    steps: [
      'Do for each code what is said beside it; many pass when the user signs out and in, or after a restart.',
      'For a code that is not known here look into the list of Microsoft, and into the event log of device registration on the client.',
    ],
    command:
      "Get-WinEvent -LogName 'Microsoft-Windows-User Device Registration/Admin' -MaxEvents 20 | Format-List Id, TimeCreated, Message",
    verify: 'The PIN can be set up, and `dsregcmd /status` shows NgcSet : YES.',
    right: 'The user; administrator of the client for the TPM',
  },
});

function reportsOf(inputs: CodeInputs): readonly Report[] {
  const said = inputs['interview.answer'].records
    .filter(({ data }) => data.question === question && /^0x[0-9a-f]{8}$/iu.test(data.answer.trim()))
    .map(({ id, data }) => ({
      seen: { code: data.answer.trim().toLowerCase(), locate: question },
      by: `said by ${printable(data.saidBy, 100)} on ${printable(data.saidOn, 30)}`,
      evidenceId: id,
    }));
  const printed = inputs['client.dsregcmd'].records.flatMap(({ id, data }) =>
    codesOfStatus(data).map((seen) => ({ seen, by: printable(data.deviceName, 256), evidenceId: id })),
  );
  const logged = inputs['host.events'].records
    .filter(({ data }) => reportsClientCodes(data.log))
    .flatMap(({ id, data }) =>
      codesOfEvents(data.events).map((seen) => ({ seen, by: printable(data.host, 256), evidenceId: id })),
    );
  return [...said, ...printed, ...logged];
}

function explain(code: string, reports: readonly Report[]): JudgedObject {
  const [first] = reports;
  const known = clientErrorCode(code);
  const by = listed([...new Set(reports.map((report) => report.by))].sort(), 3);
  return {
    id: `code:${code}`,
    kind: 'check',
    name: code,
    ...(first === undefined ? {} : { evidenceId: first.evidenceId, locate: first.seen.locate }),
    ...(known === undefined
      ? {
          outcome: 'unknown',
          reason: 'unreadable',
          note: `This version does not know the code; look it up at Microsoft (${by}).`,
        }
      : { outcome: 'info', note: `${known.meaning} ${known.step} Seen: ${by}.` }),
  };
}

function withoutCodes(inputs: CodeInputs): CheckResult {
  const isAsked = inputs['interview.answer'].records.some(({ data }) => data.question === question);
  const clients = inputs['client.dsregcmd'].records.length;
  if (clients > 0)
    return notApplicable({
      summary: `None of ${countOf(clients, 'client')} prints a code of failure, and nobody reported one.`,
    });
  const gap = [...inputs['client.dsregcmd'].gaps, ...inputs['interview.answer'].gaps, ...inputs['host.events'].gaps][0];
  return isAsked
    ? notApplicable({ summary: 'Nobody reports a code that has the form of one.' })
    : unknown(gap?.reason ?? 'not-collected', {
        summary: 'No client was collected, and nobody was asked which codes people see.',
      });
}
