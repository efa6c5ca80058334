import { describe, expect, test } from 'vitest';
import { readinessText } from '../../../src-main/cli/readiness-text';
import { catalogue } from '../../../src-main/knowledge/catalogue';
import { findingRow } from '../../../src-main/report/finding-row';
import { renderReportHtml } from '../../../src-main/report/render-report-html';
import type { Contradiction } from '../../../src-shared/model/contradiction';
import type { Finding } from '../../../src-shared/model/finding';
import { computeReadiness } from '../../../src-shared/model/readiness';
import { elementsNamed, elementWithId, readHtml, textOf } from './html-tree';
import { reportDocument, reportInput } from './report-fixture';

const attested = [{ question: 'ca-sizing', saidBy: 'Imke Brandt', saidOn: '2026-11-20' }];
const words = 'attested by Imke Brandt on 2026-11-20';

/** The first finding of an outcome, resting on somebody's word. */
function withAttested(outcome: Finding['outcome'], severity?: Finding['severity']) {
  const { findings } = reportInput();
  const chosen = findings.find((each) => each.outcome === outcome && (severity ?? each.severity) === each.severity);
  if (chosen === undefined) throw new Error(`No ${outcome}`);
  const changed = findings.map((each) => (each === chosen ? { ...each, attested } : each));
  return { checkId: chosen.checkId, findings: changed };
}

const page = (profile: 'technical' | 'executive', findings: readonly Finding[]) =>
  readHtml(renderReportHtml(reportDocument({ findings }), { profile, paper: 'A4', nonce: 'c29tZS1ub25jZQ==' }));

describe('a report never shows what was said as something read', () => {
  test.each(['fail', 'pass', 'unknown', 'warning'] as const)('finding that is %s', (outcome) => {
    const { checkId, findings } = withAttested(outcome);
    const finding = elementWithId(page('technical', findings), `finding-${checkId}`);
    expect(textOf(finding)).toContain(words);
    if (outcome !== 'pass') expect(textOf(finding)).toContain('Attested, not read');
  });

  test('blockers for management', () => {
    const { checkId, findings } = withAttested('fail', 'blocker');
    expect(textOf(elementWithId(page('executive', findings), `finding-${checkId}`))).toContain(words);
  });

  test('answers with question, words, who, when and attachment', () => {
    const [table] = elementsNamed(elementWithId(page('technical', reportInput().findings), 'scope'), 'table').filter(
      ({ attributes }) => attributes.class === 'attested-answers',
    );
    const text = table === undefined ? '' : textOf(table);
    for (const part of [
      'sized for these certificates?',
      'Yes',
      'on 2026-11-20',
      'sizing.pdf',
      'ab'.repeat(32),
      '‹U+202E›',
    ])
      expect(text).toContain(part);
  });

  test('the evidence appendix', () => {
    const appendix = textOf(elementWithId(page('technical', reportInput().findings), 'evidence'));
    expect(appendix).toContain('attested in an interview, not read');
    expect(appendix).not.toContain('attested interview');
  });
});

describe('the command line', () => {
  const lines = (findings: readonly Finding[], contradictions: readonly Contradiction[] = []): string[] => {
    const rows = findings.map(findingRow);
    return readinessText(computeReadiness(catalogue, rows), rows, contradictions);
  };
  test('marks a blocker and lists every finding that rests on somebody’s word', () => {
    const { checkId, findings } = withAttested('fail', 'blocker');
    const marked = lines(findings).filter((line) => line.includes(words));
    expect(marked).toHaveLength(2);
    for (const line of marked) expect(line).toContain(checkId);
  });
  test('makes deceptive names visible', () => {
    const { findings } = withAttested('pass');
    const said = [{ question: 'ca-sizing', saidBy: 'Imke\u001b[2J', saidOn: '2026-11-20' }];
    const text = lines(findings.map((each) => (each.attested === undefined ? each : { ...each, attested: said }))).join(
      '\n',
    );
    expect(text).toContain('Imke‹U+001B›[2J');
  });
  test('says nothing of interviews when nobody was asked', () =>
    expect(lines(reportInput().findings).join('\n')).not.toContain('said'));
  test('names what the sources contradict each other in, and who says what', () => {
    const text = lines(reportInput().findings, reportInput().contradictions).join('\n');
    expect(text).toContain('Contradictions between sources (1)');
    expect(text).toContain(
      '    11111111-2222-3333-4444-555555555555: dsregcmd /status of a client (clients/PC4001.txt)',
    );
    expect(text).toContain('and 39 more');
    expect(lines(reportInput().findings).join('\n')).not.toContain('Contradictions');
  });
});

describe('contradictions in the report', () => {
  const section = (contradictions: readonly Contradiction[]) =>
    textOf(
      elementWithId(
        readHtml(
          renderReportHtml(reportDocument({ contradictions }), {
            profile: 'technical',
            paper: 'A4',
            nonce: 'c29tZS1ub25jZQ==',
          }),
        ),
        'contradictions',
      ),
    );
  test('stand with their values, sources, consequence and what to do', () => {
    const text = section(reportInput().contradictions);
    for (const part of [
      'Two tenants are named',
      '11111111-2222',
      'of pc4001',
      'and 38 more',
      'Find out which tenant',
      'DEV-001',
    ])
      expect(text).toContain(part);
  });
  test('without any, the section says what was compared', () =>
    expect(section([])).toContain('No two sources were found to contradict each other'));
});
