import { beforeEach, describe, expect, test } from 'vitest';
import { useNavigation } from '../../../src-renderer/shell/navigation-store';
import { rankCommands } from '../../../src-renderer/shell/rank-commands';

describe('navigation', () => {
  beforeEach(() => useNavigation.getState().restart({ screen: 'overview' }));
  const { go, back, forward, replace } = useNavigation.getState();
  const current = () => useNavigation.getState().current;

  test('back and forward walk through the history', () => {
    go({ screen: 'findings' });
    go({ screen: 'report' });
    back();
    expect(current()).toEqual({ screen: 'findings' });
    back();
    forward();
    forward();
    expect(current()).toEqual({ screen: 'report' });
    forward();
    expect(current()).toEqual({ screen: 'report' });
  });
  test('going where one is adds nothing', () => {
    const depth = useNavigation.getState().past.length;
    go({ screen: 'overview' });
    expect(useNavigation.getState().past).toHaveLength(depth);
  });
  test('a changed selection is no step of its own', () => {
    go({ screen: 'findings' });
    replace({ screen: 'findings', checkId: 'PKI-010' });
    go({ screen: 'run' });
    back();
    expect(current()).toEqual({ screen: 'findings', checkId: 'PKI-010' });
    back();
    expect(current()).toEqual({ screen: 'overview' });
  });
  test('a new way drops the old future', () => {
    go({ screen: 'findings' });
    back();
    go({ screen: 'run' });
    expect(useNavigation.getState().future).toEqual([]);
  });
});

describe('rankCommands', () => {
  const commands = [
    { title: 'Go to Report', hint: '' },
    { title: 'WHfB template permissions', hint: 'PKI-030' },
    { title: 'DC template content', hint: 'PKI-012' },
    { title: 'Template names in AD FS', hint: 'RA-002' },
  ];
  const titles = (typed: string, limit = 10) => rankCommands(commands, typed, limit).map((command) => command.title);

  test('an id comes first, then titles that begin with the text', () => {
    expect(titles('pki-012')).toEqual(['DC template content']);
    expect(titles('template')[0]).toBe('Template names in AD FS');
  });
  test('every word must occur', () => expect(titles('template ra')).toEqual(['Template names in AD FS']));
  test('nothing typed keeps the order, up to the limit', () =>
    expect(titles(' ', 2)).toEqual(['Go to Report', 'WHfB template permissions']));
  test('what only a sentence names comes last', () => {
    const finding = { title: 'Revocation', hint: 'PKI-020', more: 'The template server dc03.contoso.com' };
    const found = (typed: string) => rankCommands([finding, ...commands], typed, 10).map(({ title }) => title);
    expect(found('dc03')).toEqual(['Revocation']);
    expect(found('template').at(-1)).toBe('Revocation');
  });
  test('nothing found', () => expect(titles('zzz')).toEqual([]));
});
