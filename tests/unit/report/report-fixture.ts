import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import { catalogue, catalogueDate, catalogueVersion } from '../../../src-main/knowledge/catalogue';
import { knowledgeDates } from '../../../src-main/knowledge/knowledge-dates';
import { buildReportDocument, type ReportInput } from '../../../src-main/report/build-report-document';
import { findingRow } from '../../../src-main/report/finding-row';
import type { CheckDescription } from '../../../src-shared/model/catalogue';
import type { Contradiction } from '../../../src-shared/model/contradiction';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import type { AffectedObject, Finding } from '../../../src-shared/model/finding';
import type { Outcome } from '../../../src-shared/model/outcome';
import { computeReadiness } from '../../../src-shared/model/readiness';
import type { RunTarget } from '../../../src-shared/model/run';
import { defaultScope } from '../../../src-shared/model/scope';
import type { AttestedAnswer } from '../../../src-shared/report/attested-answer';
import type { ReportDocument } from '../../../src-shared/report/report-document';

/** What an attacker on the customer's network may put into names. */
export const hostile = {
  script: '<script>alert("x")</script><img src=x onerror=alert(1)>',
  override: 'dc01\u202Egpj.exe',
  control: 'line one\r\nline two\u0000\u0007',
  longName: `CN=${'Averylongname'.repeat(154)},DC=contoso,DC=com`,
} as const;

const outcomeCycle: readonly Outcome[] = [
  'pass',
  'fail',
  'unknown',
  'warning',
  'pass',
  'not-applicable',
  'info',
  'fail',
];
const evidenceId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const object = (
  index: number,
  outcome: Outcome,
  name = `PC${String(index).padStart(4, '0')}.contoso.com`,
): AffectedObject => ({
  id: `S-1-5-21-1004336348-1177238915-682003330-${1000 + index}`,
  kind: 'computer',
  name,
  outcome,
  note: `The device is not Entra hybrid joined; it was seen last on ${1 + (index % 28)} October 2026.`,
  evidenceId: evidenceId(1 + (index % 20)),
});

const clients: ReportDocument['clients'] = {
  total: 5000,
  groups: Array.from({ length: 60 }, (_, index) => ({
    id: `group-${index}`,
    state: index === 0 ? 'failing' : 'ready',
    signature: [{ label: 'AdfsRaIsReady', value: index === 0 ? 'NO' : 'YES' }],
    symptoms: index === 0 ? ['authority-not-ready'] : [],
    count: 100 - index,
    staleCount: index === 0 ? 3 : 0,
    representatives: [
      {
        id: `client:${index}`,
        name: index === 0 ? hostile.override : `pc${index}`,
        evidenceId: evidenceId(1),
        collectedAt: '2026-11-22T09:00:00.000Z',
      },
    ],
  })),
  chains: [
    {
      symptom: { id: 'authority-not-ready', title: 'AD FS is not announced', seenAs: 'AdfsRaIsReady' },
      count: 100,
      groups: ['group-0'],
      causes: [
        {
          checkId: 'DIR-001',
          title: 'A check',
          outcome: 'fail',
          severity: 'blocker',
          summary: hostile.script,
          why: 'It comes first.',
        },
      ],
      cleared: ['RA-002'],
      notJudged: ['RA-004'],
    },
  ],
};

const decided: ReportDocument['reviews'][number] = {
  review: {
    checkId: 'DIR-001',
    objectId: object(901, 'fail').id,
    objectName: hostile.override,
    decision: 'accepted-risk',
    reason: `Leaves in spring ${hostile.script}`,
    author: 'Ada Kestrel',
    until: '2027-03-31',
    decidedAt: '2026-11-20T09:00:00.000Z',
    outcome: 'fail',
    fingerprint: 'fail',
  },
  state: 'changed',
};

const decidedTogether: ReportDocument['reviews'][number] = {
  review: {
    ...{ checkId: 'DIR-001', decision: 'planned', reason: 'With the new plant', author: 'Ada Kestrel' },
    ...{ until: '2027-06-30', decidedAt: '2026-11-21T09:00:00.000Z', outcome: 'fail', fingerprint: '' },
    set: { number: 1, count: 3, names: [hostile.override, 'PC0902'] },
    attachment: { name: '=Change 4711.pdf', sha256: 'ab'.repeat(32), size: 9 },
  },
  state: 'in-force',
  counts: { unchanged: 2, changed: 0 },
  objects: [object(901, 'fail').id, object(902, 'fail').id, object(903, 'fail').id],
};

export function finding(
  check: CheckDescription,
  outcome: Outcome,
  index: number,
  objects: readonly AffectedObject[] = [],
): Finding {
  const counts: Finding['counts'] = {};
  for (const { outcome: key } of objects) counts[key] = (counts[key] ?? 0) + 1;
  return {
    checkId: check.id,
    revision: Math.max(1, check.revision),
    area: check.area,
    step: check.step,
    title: check.title,
    outcome,
    severity: check.severity,
    ...(outcome === 'unknown' ? { unknownReason: index % 2 === 0 ? 'not-collected' : 'access-denied' } : {}),
    summary: `${objects.length} of 60 pilot computers are affected by “${check.title}”. The registry value on dc0${index}.contoso.com was read at 14:02.`,
    observations: [
      { label: 'msDS-Behavior-Version', observed: '4', expected: '7 or higher', matches: false },
      {
        label: 'Distinguished name',
        observed: 'CN=Partitions,CN=Configuration,DC=contoso,DC=com',
        expected: 'present',
        matches: true,
      },
      { label: 'Servers', observed: 'dc01, dc02, dc03' },
    ],
    counts,
    objects: [...objects],
    evidenceIds: [evidenceId(1 + (index % 20)), evidenceId(1 + ((index + 7) % 20))],
    missing: outcome === 'unknown' ? ['ad.certificate-templates'] : [],
  };
}

const evidence = (number: number): EvidenceHeader => ({
  id: evidenceId(number),
  kind: number % 2 === 0 ? 'ad.certificate-templates' : 'client.dsregcmd',
  target: number % 2 === 0 ? 'contoso.com' : `pc${4000 + number}`,
  source: {
    way: number % 2 === 0 ? 'probe' : 'import',
    by: number % 2 === 0 ? 'directory' : 'dsregcmd',
    location:
      number % 2 === 0
        ? 'ldaps://dc01.contoso.com:636/CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com'
        : `clients/PC${4000 + number}.txt`,
  },
  collectedAt: '2026-11-22T14:45:00.000Z',
  collector: { user: 'CONTOSO\\t.berg', host: 'LAPTOP-7', version: '0.1.0' },
  sha256: number.toString(16).padStart(2, '0').repeat(32),
  status: number === 3 ? 'failed' : 'complete',
  ...(number === 3
    ? {
        failure: {
          reason: 'access-denied',
          code: 'ldap-denied',
          message: 'The server refused to show the container.',
          next: 'Use an account that may read it.',
        },
      }
    : {}),
  facts: 12,
  notes: number === 4 ? ['One template has a security descriptor that cannot be decoded.'] : [],
});

/** Somebody's word, with a name an attacker may have typed. */
const saidBy: EvidenceHeader = {
  ...evidence(21),
  kind: 'interview.answer',
  target: 'ca-sizing',
  source: { way: 'attested', by: 'interview', location: 'said by Imke Brandt' },
  collectedAt: '2026-11-20T00:00:00.000Z',
};

const attested: AttestedAnswer = {
  evidenceId: saidBy.id,
  question: 'ca-sizing',
  area: 'tru',
  questionText: 'Were the CA’s database, renewals and monitoring sized for these certificates?',
  answer: 'yes',
  answerText: 'Yes',
  note: hostile.script,
  saidBy: hostile.override,
  saidOn: '2026-11-20',
  attachment: { name: 'sizing.pdf', sha256: 'ab'.repeat(32) },
  checks: [],
};

const witness = (number: number): Contradiction['values'][number]['witnesses'][number] => {
  const { id, kind, target: about, source, collectedAt } = evidence(number);
  return { evidenceId: id, kind, target: about, source, collectedAt };
};

const contradiction: Contradiction = {
  id: 'tenant',
  fact: 'tenant',
  title: 'Two tenants are named by what should speak of one.',
  values: [
    { value: '11111111-2222-3333-4444-555555555555', witnesses: [witness(1)], total: 1 },
    { value: hostile.script, witnesses: [witness(2), witness(4)], total: 40 },
  ],
  consequence: 'What was read of one of them says nothing about the other.',
  checks: ['DEV-001', 'FED-001'],
  whatToDo: 'Find out which tenant is meant, and collect the other sources again.',
};

const target = (number: number): RunTarget => ({
  id: `dsregcmd:${number}`,
  by: 'dsregcmd',
  title: `clients/PC${4000 + number}.txt`,
  state: number === 2 ? 'failed' : 'done',
  phase: '',
  facts: 30 + number,
  startedAt: '2026-11-22T14:45:00.000Z',
  endedAt: '2026-11-22T14:45:01.000Z',
  ...(number === 2
    ? {
        failure: {
          reason: 'unreachable',
          code: 'tcp-refused',
          message: 'dc02.contoso.com refused the connection on port 636.',
          next: 'Check that LDAPS is open from here.',
        },
      }
    : {}),
  notes: [],
});

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** 40 findings of every outcome over the real catalogue, with hostile names and a finding of 120 objects. */
export function reportInput(): ReportInput {
  const checks = describeCatalogue();
  const findings = checks
    .slice(0, 200)
    .filter((_, index) => index % 5 === 0)
    .map((check, index) => {
      const objects =
        index % 3 === 0
          ? []
          : range(index === 1 ? 120 : 4).map((number) => object(number, number % 4 === 0 ? 'pass' : 'fail'));
      return finding(check, outcomeCycle[index % outcomeCycle.length] ?? 'pass', index, objects);
    });
  const [first, ...rest] = findings;
  if (first === undefined) throw new Error('The catalogue is empty');
  const spoiled: Finding = {
    ...first,
    outcome: 'fail',
    severity: 'blocker',
    summary: `The name ${hostile.script} is not allowed.`,
    observations: [{ label: hostile.override, observed: hostile.control, expected: hostile.longName, matches: false }],
    objects: [
      object(900, 'fail', hostile.script),
      object(901, 'fail', hostile.override),
      object(902, 'fail', hostile.longName.slice(0, 1024)),
    ],
    counts: { fail: 3 },
  };
  const all = [...rest, spoiled];
  return {
    details: {
      customer: 'Contoso',
      title: 'Windows Hello for Business readiness',
      consultant: 'Ada Kestrel, Northwind Consulting',
      classification: 'Confidential',
    },
    scope: {
      ...defaultScope,
      forests: ['contoso.com'],
      pilotUsers: { kind: 'group', group: 'CN=WHFB Users,OU=Groups,DC=contoso,DC=com' },
    },
    createdAt: '2026-11-22T16:00:00.000Z',
    judgedAt: '2026-11-22T15:00:00.000Z',
    findings: all,
    checks,
    readiness: computeReadiness(catalogue, all.map(findingRow)),
    targets: range(14).map(target),
    evidence: [...range(20).map(evidence), saidBy],
    interview: [attested],
    contradictions: [contradiction],
    clients,
    reviews: [decided, decidedTogether],
    notes: [],
    productVersion: '0.1.0',
    catalogueVersion,
    catalogueDate,
    knowledge: knowledgeDates,
  };
}

export const reportDocument = (changes: Partial<ReportInput> = {}): ReportDocument =>
  buildReportDocument({ ...reportInput(), ...changes });
