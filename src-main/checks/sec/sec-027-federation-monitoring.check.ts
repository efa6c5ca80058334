import type { QuestionId } from '../../../src-shared/interview/questions';
import { dateOf, day } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';

/** What the interview asks: does an alert tell of changes of federation? */
const question: QuestionId = 'federation-alert';
const watchedDays = 90;

export default defineCheck({
  id: 'SEC-027',
  revision: 1,
  why: 'Who changes the federation of a domain can sign in as anybody; the change shows in the audit log only, and for a month.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-monitor-federation-changes'],
  outcomes: ['pass', 'warning'],
  needs: ['entra.federation-audits', 'interview.answer?'],
  asks: [question],
  evaluate({ 'entra.federation-audits': audits, 'interview.answer': answers }, { now }) {
    const alert = answers.records.find(({ data }) => data.question === question)?.data;
    const earliest = now.getTime() - watchedDays * day;
    const events = audits.records.flatMap(({ data }) => data.events).filter(({ time }) => Date.parse(time) >= earliest);
    const observations = [
      ...events.slice(0, 50).map(({ activity, time, target, actor }) => ({
        label: `${dateOf(time)} ${activity}`,
        observed: [target, actor].flatMap((part) => part ?? []).join(', by ') || 'not told',
      })),
      ...(alert === undefined ? [] : [{ label: `An alert exists, said by ${alert.saidBy}`, observed: alert.answer }]),
    ];
    if (events.length > 0)
      return warning({
        summary: `The audit log holds ${countOf(events.length, 'change')} of federation in the last ${watchedDays} days: ${listed(events.map(({ activity, time, target = 'a domain' }) => `${activity} (${target}, ${dateOf(time)})`))}. See that each was meant.`,
        observations,
      });
    if (audits.records.some(({ data }) => !data.complete || data.since === ''))
      return unknown('not-collected', {
        summary: 'The audit log that was saved shows no change of federation, but not from when on.',
        observations,
      });
    const answer = alert?.answer.toLowerCase();
    if (answer === 'yes')
      return pass({
        summary:
          'An alert tells of changes of federation, and the audit log holds none as far back as Entra ID keeps it.',
        observations,
      });
    return answer === 'no'
      ? warning({ summary: 'No alert tells of changes of federation; the audit log holds none.', observations })
      : unknown('not-collected', {
          summary: 'The audit log holds no change of federation; whether an alert would tell of one was not asked.',
          observations,
        });
  },
  remediation: {
    task: 'Watch changes of the federation trust.',
    steps: [
      'Send the audit log of Entra ID to a workspace of Azure Monitor or to the SIEM.',
      'Make an alert rule for the activities “Set federation settings on domain” and “Set domain authentication”.',
    ],
    verify: 'A change in a test domain raises the alert.',
    revert: 'Delete the rule.',
    right: 'Security Administrator; contributor of the workspace',
  },
});
