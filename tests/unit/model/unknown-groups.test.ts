import { describe, expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import type { FindingRow } from '../../../src-shared/model/finding';
import { unknownGroups } from '../../../src-shared/model/unknown-groups';

const catalogue = new Map(describeCatalogue().map((check) => [check.id, check]));

const notCollected = (checkId: string): FindingRow => ({
  ...{ checkId, outcome: 'unknown', unknownReason: 'not-collected', severity: 'blocker', area: 'dir' },
  ...{ step: 'prerequisites', title: checkId, summary: '', objectCount: 0, affectedCount: 0 },
});

const titleOf = (checkId: string): string | undefined => unknownGroups([notCollected(checkId)], catalogue)[0]?.title;

describe('how to find out', () => {
  test.each([
    ['DEV-008', 'Needs answers from Microsoft’s endpoints'],
    ['DEV-025', 'Needs answers from DNS'],
    ['DIR-009', 'Needs more from Entra ID'],
    ['FED-001', 'Needs more from Entra ID'],
    ['FED-002', 'Needs more from Entra ID'],
    ['FED-009', 'Needs an export from a server'],
    ['FED-010', 'Needs more from AD FS'],
    ['FED-018', 'Needs an export from a server'],
    ['DEV-018', 'Needs more from AD'],
    ['DIR-001', 'Needs more from AD'],
    ['PKI-018', 'Needs answers from addresses of the PKI'],
    ['SEC-008', 'Needs answers from addresses of the PKI'],
    ['SSO-015', 'Needs more from Entra ID'],
    ['TRU-009', 'Rests on other checks'],
    ['TRU-011', 'Needs an answer from the customer'],
  ])('of %s: %s', (checkId, title) => {
    expect(titleOf(checkId)).toBe(title);
  });

  test('nobody is sent to AD FS for a check that has no use for it', () => {
    const misled = [...catalogue.values()].filter(
      ({ id, needs = [], helps = [] }) =>
        titleOf(id) === 'Needs more from AD FS' && ![...needs, ...helps].some((kind) => kind.startsWith('adfs.')),
    );
    expect(misled.map(({ id }) => id)).toEqual([]);
  });
});
