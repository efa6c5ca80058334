import { describe, expect, it } from 'vitest';
import {
  answersOf,
  decide,
  follow,
  over,
  type Setting,
  type SureSetting,
} from '../../../../src-main/evidence/derived/setting';
import type { Verdict } from '../../../../src-main/evidence/derived/verdict';

const by = { domain: 'contoso.com', guid: 'g', linkedTo: 'dc=contoso,dc=com', enforced: false };
const set = (value: number): Setting => ({ kind: 'set', value, by, half: 'machine', evidenceId: 'e' });
const absent: Setting = { kind: 'absent' };
const perhaps = (applied: Setting, otherwise: Setting): Setting => ({
  kind: 'unsure',
  reason: 'not-collected',
  note: 'A filter.',
  applied,
  otherwise,
});
const unread = (otherwise: Setting): Setting => ({
  kind: 'unsure',
  reason: 'access-denied',
  note: 'Refused.',
  otherwise,
});
const split = (applied: Setting, otherwise: Setting): Setting => ({
  kind: 'split',
  note: 'Some only.',
  applied,
  otherwise,
});
/** 1 is wanted, 2 a risk, and nothing is wrong. */
const judge = (sure: SureSetting): Verdict =>
  sure.kind === 'absent'
    ? { outcome: 'fail', note: 'Not set.' }
    : { outcome: sure.value === 1 ? 'pass' : sure.value === 2 ? 'warning' : 'fail', note: `It is ${sure.value}.` };

describe('decide', () => {
  it.each<[string, Setting, string]>([
    ['a value', set(1), 'pass: It is 1.'],
    ['nothing', absent, 'fail: Not set.'],
    ['a doubt that makes a difference', perhaps(set(1), absent), 'unknown (not-collected): A filter.'],
    ['a doubt that makes none', perhaps(set(1), set(1)), 'pass: It is 1.'],
    ['a doubt between two faults', perhaps(set(0), absent), 'fail: Not set.'],
    ['what was not read', unread(set(1)), 'unknown (access-denied): Refused.'],
    ['a doubt behind a doubt', perhaps(set(1), perhaps(set(1), absent)), 'unknown (not-collected): A filter.'],
    ['some accounts without it', split(set(1), absent), 'fail: Some only. Not set.'],
    ['some accounts with a risk', split(set(2), set(1)), 'warning: Some only. It is 2.'],
    ['some accounts, all of them right', split(set(1), set(1)), 'pass: It is 1.'],
    ['a doubt for some accounts', split(unread(set(1)), set(1)), 'unknown (access-denied): Some only. Refused.'],
  ])('%s', (_, setting, expected) => {
    const { outcome, reason, note } = decide(setting, judge);
    expect(`${outcome}${reason === undefined ? '' : ` (${reason})`}: ${note}`).toBe(expected);
  });

  it.each<[string, Setting, string]>([
    ['some accounts have it', split(set(1), absent), 'pass: Some only. It is 1.'],
    ['the others have it', split(absent, set(1)), 'pass: Some only. It is 1.'],
    ['a doubt for some accounts', split(unread(set(1)), absent), 'unknown (access-denied): Some only. Refused.'],
    ['a doubt whether anybody has it', perhaps(split(set(1), absent), absent), 'unknown (not-collected): A filter.'],
  ])('asked for the better: %s', (_, setting, expected) => {
    const { outcome, reason, note } = decide(setting, judge, 'better');
    expect(`${outcome}${reason === undefined ? '' : ` (${reason})`}: ${note}`).toBe(expected);
  });
});

it('lets an upper half win in every answer', () => {
  expect(over(set(1), set(0))).toEqual(set(1));
  expect(over(absent, set(0))).toEqual(set(0));
  expect(over(perhaps(set(1), absent), set(0))).toEqual(perhaps(set(1), set(0)));
  expect(over(unread(absent), set(0))).toEqual(unread(set(0)));
  expect(over(split(absent, set(1)), set(0))).toEqual(split(set(0), set(1)));
});

it('lists every answer', () => {
  expect(answersOf(perhaps(set(1), split(absent, set(2))))).toEqual([set(1), absent, set(2)]);
  expect(answersOf(unread(set(1)))).toEqual([undefined, set(1)]);
});

it('follows every answer', () => {
  const next = (sure: SureSetting): Setting => (sure.kind === 'absent' ? set(9) : absent);
  expect(follow(perhaps(set(1), absent), next)).toEqual(perhaps(absent, set(9)));
});
