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
    ['DEV-008', 'Microsoft’s endpoints were not asked'],
    ['DEV-025', 'DNS was not read'],
    ['DIR-009', 'Entra ID was not read'],
    ['FED-001', 'Entra ID was not read'],
    ['FED-002', 'Entra ID was not read'],
    ['FED-009', 'Needs an export from a server'],
    ['FED-010', 'AD FS was not read'],
    ['FED-018', 'Needs an export from a server'],
    ['DEV-018', 'AD was not read'],
    ['DIR-001', 'AD was not read'],
    ['PKI-018', 'Addresses of the PKI were not asked'],
    ['SEC-008', 'Addresses of the PKI were not asked'],
    ['SSO-015', 'Entra ID was not read'],
    ['TRU-009', 'Rests on other checks'],
    ['TRU-011', 'Needs an answer from the customer'],
  ])('of %s: %s', (checkId, title) => {
    expect(titleOf(checkId)).toBe(title);
  });

  test('nobody is sent to AD FS for a check that has no use for it', () => {
    const misled = [...catalogue.values()].filter(
      ({ id, needs = [], helps = [] }) =>
        titleOf(id) === 'AD FS was not read' && ![...needs, ...helps].some((kind) => kind.startsWith('adfs.')),
    );
    expect(misled.map(({ id }) => id)).toEqual([]);
  });
});
