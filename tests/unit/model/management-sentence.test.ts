import { describe, expect, test } from 'vitest';
import { areas } from '../../../src-shared/model/area';
import { managementSentence } from '../../../src-shared/model/management-sentence';
import type { Readiness, ReadinessGroup } from '../../../src-shared/model/readiness';

const group = (changes: Partial<ReadinessGroup>): ReadinessGroup => ({
  ...{ verdict: 'ready', total: 238, implemented: 40, applicable: 38, conclusive: 35, passed: 30 },
  ...{ blockers: [], warnings: [], unknown: [], conclusions: [] },
  ...changes,
});
const readiness = (changes: Partial<ReadinessGroup>): Readiness => ({
  overall: group(changes),
  areas: [
    { area: 'dir', ...group({ blockers: (changes.blockers ?? []).filter((id) => id.startsWith('DIR')) }) },
    { area: 'pki', ...group({ blockers: (changes.blockers ?? []).filter((id) => id.startsWith('PKI')) }) },
  ],
  steps: [],
});

describe('management sentence', () => {
  test.each([
    [{ verdict: 'blocked', blockers: ['PKI-010'] }, /1 blocker stands in the way, in Public key infrastructure\.$/u],
    [
      { verdict: 'blocked', blockers: ['DIR-001', 'PKI-010'] },
      /2 blockers stand in the way, in Directories and synchronisation and Public key infrastructure\.$/u,
    ],
    [{ verdict: 'not-known' }, /no blocker was found, but 201 checks of the catalogue have no answer\.$/u],
    [{ verdict: 'ready-with-warnings', warnings: ['DIR-003'], unknown: ['PKI-004'] }, /with 2 reservations/u],
    [{ verdict: 'ready' }, /is ready .* all 38 checks that apply are passed\.$/u],
  ] satisfies readonly [Partial<ReadinessGroup>, RegExp][])('%j', (changes, expected) => {
    const sentence = managementSentence('Contoso', readiness(changes));
    expect(sentence).toMatch(expected);
    expect(sentence).toContain('Contoso');
  });

  test('more than four areas are counted, not named', () => {
    const blocked = areas.map((area) => ({ area, ...group({ blockers: ['PKI-010'] }) }));
    const sentence = managementSentence('Contoso', {
      ...readiness({ verdict: 'blocked', blockers: ['PKI-010'] }),
      areas: blocked,
    });
    expect(sentence).toMatch(/in 11 of 11 areas\.$/u);
  });
});
