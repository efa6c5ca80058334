import { describe, expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import type { Identities, Identity } from '../../../src-main/report/redaction/identities';
import { redactDocument } from '../../../src-main/report/redaction/redact-document';
import { redactionSample } from '../../../src-main/report/redaction/redaction-sample';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { finding, object, reportDocument, reportInput } from './report-fixture';

const person = (account: string, shown: string): readonly Identity[] => [
  { kind: 'user', name: account },
  { kind: 'user', name: shown, of: account },
];

const identities: Identities = {
  key: 'of the test',
  names: [
    ...person('imke.brandt', 'Imke Brandt'),
    ...person('a.key', 'Alicia Key'),
    ...person('may.field', 'May Field'),
    ...person('juergen.mueller', 'Jürgen Müller'),
    ...person('f.obrien', "Freya O'Brien"),
    ...person('anna-lena.krueger-weiss', 'Anna-Lena Krüger-Weiß'),
    ...person('anja.gross', 'Anja Groß'),
    ...person('tom.brandt', 'Tom Brandt'),
    ...person('pieter.vandermeer', 'Pieter van der Meer'),
    ...person('zoe.lefevre', 'Zoë Lefèvre'),
    ...person('l.wojcik', 'Łukasz Wójcik'),
    { kind: 'user', name: 'svc-adfs' },
    { kind: 'user', name: 'MSOL_4f1c2d3e5a6b' },
  ],
};

const [check = expect.fail()] = describeCatalogue();

/** A report in which somebody wrote `text` in each of the places that people write in, and our own sentence beside them. */
const reportWith = (text: string, ownSentence = ''): ReportDocument =>
  reportDocument({
    findings: [{ ...finding(check, 'fail', 0, [object(1, 'fail', 'PC0001')]), summary: ownSentence }],
    interview: reportInput().interview.map((answer) => ({ ...answer, note: text, answer: text, answerText: text })),
    reviews: [
      {
        review: {
          ...{ checkId: check.id, decision: 'accepted-risk', reason: text, author: reportInput().details.consultant },
          ...{ decidedAt: '2026-11-20T09:00:00.000Z', outcome: 'fail', fingerprint: '' },
        },
        state: 'in-force',
      },
    ],
    notes: [{ checkId: check.id, note: text, pictures: [] }],
  });

const redactedNote = (text: string): string => redactDocument(reportWith(text), identities).notes[0]?.note ?? '';
/** Stand-ins by what they stand for only. */
const plain = (text: string): string => text.replace(/\b(user|name)-[a-z0-9]{6}(?![a-z0-9])/gu, '$1');

describe('a first name or surname alone, in what somebody wrote', () => {
  test.each([
    ['Imke will do it; ask IMKE or imke.', 'user will do it; ask user or user.'],
    ['Brandt agrees.', 'name agrees.'],
    ["Imke's laptop and Imkes PC", 'user laptop and user PC'],
    ['Jürgen, Ju\u0308rgen, Juergen and Jurgen', 'user, user, user and user'],
    ['MÜLLER and mueller', 'user and user'],
    ["O'Brien, O’Brien and OBrien", 'user, user and user'],
    ['Krüger-Weiß, Krueger-Weiss, Krüger and Anna-Lena; Lena', 'user, user, user and user; user'],
    ['Meer of van der Meer', 'user of van der user'],
    ['Zoe and Lefevre, Lukasz Wojcik', 'user and user, user user'],
    ['see imke-laptop.txt and C:\\Users\\imke\\imke_2.log', 'see user-laptop.txt and C:\\Users\\user\\user_2.log'],
    ['Ticket of imke2 from /home/brandt/notes', 'Ticket of user-2 from /home/name/notes'],
    ['Groß says so', 'user says so'],
    ['Mr Field, Ms. May and Dr Key', 'Mr user, Ms. user and Dr user'],
    ['A. Key signed', 'A. user signed'],
    ['Herr Groß, Frau Krüger', 'Herr user, Frau user'],
  ])('%s', (text, expected) => expect(plain(redactedNote(text))).toBe(expected));

  test.each([
    'Key trust needs no key; the field May be empty in May.',
    'Plan B. Key trust comes later.',
    'ein groß angelegter Test',
    'Brandtner, Imkerei, Tomato, Atom, Keyboard, Fields2',
    'svc and MSOL stay, as adfs does',
    'van der, von and del',
  ])('%s stays', (text) => expect(redactedNote(text)).toBe(text));

  test('is the person, where one alone has it; in each place that people write in', () => {
    const redacted = redactDocument(reportWith('Imke Brandt: Imke, imke.brandt'), identities);
    const [note] = redacted.notes;
    expect(note?.note).toMatch(/^(user-\w{6}): \1, \1$/u);
    expect(redacted.reviews[0]?.review.reason).toBe(note?.note);
    for (const { note: said, answer, answerText } of redacted.interview)
      expect([said, answer, answerText]).toEqual([note?.note, note?.note, note?.note]);
  });

  test('that several people have is the same name everywhere, and nobody of them', () => {
    const [, first, second, imke] =
      /^(name-\w{6}) (name-\w{6}) (user-\w{6})$/u.exec(redactedNote('Brandt brandt Imke')) ?? [];
    expect(first).toBeDefined();
    expect(first).toBe(second);
    expect(imke?.slice(5)).not.toBe(first?.slice(5));
  });

  test('of those who said, decided and collected', () => {
    const report = reportWith('Lindqvist and Kowalski heard of Osterman');
    const [record = expect.fail(), ...others] = report.evidence;
    const redacted = redactDocument(
      {
        ...report,
        interview: report.interview.map((answer) => ({ ...answer, saidBy: 'K. Lindqvist, project owner' })),
        reviews: report.reviews.map(({ review, ...rest }) => ({
          ...rest,
          review: { ...review, author: 'Piotr Kowalski' },
        })),
        evidence: [
          { ...record, collector: { ...record.collector, user: 'CONTOSO\\t.osterman (domain administrator)' } },
          ...others,
        ],
      },
      { key: 'key', names: [] },
    );
    expect(redacted.notes[0]?.note).toMatch(/^person-\w{6} and person-\w{6} heard of user-\w{6}$/u);
  });
});

test('a person whose account the catalogue has as an example is replaced all the same', () => {
  const report = reportWith('Imke and Brandt');
  const checks = report.checks.map((each) => ({ ...each, title: 'Set-ADUser imke.brandt -Server dc01' }));
  expect(redactDocument({ ...report, checks }, identities).notes[0]?.note).toMatch(/^user-\w{6} and name-\w{6}$/u);
});

test('the hash of an archive that was handed over leads to nobody', () => {
  const report = reportWith('');
  const [record = expect.fail()] = report.evidence;
  const archive = {
    location: 'drop/imke.zip',
    sha256: '2668e83bd2e7a19694a82c758e46e16803fe9651b5df22c3e20c89458db9fd50',
  };
  const evidence = [{ ...record, source: { ...record.source, archive } }];
  const [redacted] = redactDocument({ ...report, evidence }, identities).evidence;
  expect(redacted?.source.archive?.location).toMatch(/^file-\w{6}\.zip$/u);
  expect(redacted?.source.archive?.sha256).toMatch(/^0{40}/u);
});

test('our own sentences keep their words, but for files and folders', () => {
  const people = {
    key: 'key',
    names: [...person('t.enrol', 'Token Enrol'), ...person('kai.domainov', 'Kai Domainov')],
  };
  const own = 'Kai holds no Token: 3 of 4 Domainov objects Enrol; see drop/kai-laptop.txt and C:\\Users\\Kai\\x';
  const [redacted] = redactDocument(reportWith('', own), people).findings;
  expect(plain(redacted?.summary ?? '')).toBe(
    'Kai holds no Token: 3 of 4 Domainov objects Enrol; see drop/user-laptop.txt and C:\\Users\\user\\x',
  );
});

test('the sample shows what is replaced, and what stays because it is a word', () => {
  const { sample, left } = redactionSample(reportWith('Imke asked about the Key and the Field'), identities);
  expect(sample.find(({ original }) => original === 'Imke')?.standIn).toMatch(/^user-\w{6}$/u);
  expect(left).toEqual(['Key', 'Field']);
});

test('a text without end is read in time', () => {
  const started = performance.now();
  for (const part of ['Imke-', "a'", 'a-', 'M. ', 'a.b', 'a\\', 'é']) redactedNote(part.repeat(200_000 / part.length));
  expect(performance.now() - started).toBeLessThan(12_000);
});
