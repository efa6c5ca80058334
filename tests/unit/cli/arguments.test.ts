import { describe, expect, it } from 'vitest';
import { isCommandLine, parseCommand, usage } from '../../../src-main/cli/arguments';
import { runCli } from '../../../src-main/cli/cli';
import { exitCode } from '../../../src-main/cli/exit-code';

const parse = (line: string) => parseCommand(line.split(' '));

describe('command lines', () => {
  it('reads assess with its outputs', () => {
    expect(
      parse('assess --plan p.json --engagement e.preflight --json o.json --pdf o.pdf --fail-on high --quiet'),
    ).toEqual({
      name: 'assess',
      plan: 'p.json',
      engagement: 'e.preflight',
      outputs: { json: 'o.json', pdf: 'o.pdf', profile: 'technical', redact: false },
      failOn: 'high',
      quiet: true,
    });
  });

  it('reads import with several paths', () => {
    expect(parse('import --engagement e.preflight a b')).toMatchObject({ name: 'import', paths: ['a', 'b'] });
  });

  it('reads where collectors go', () => {
    expect(parse('collectors --to out/scripts')).toEqual({ name: 'collectors', to: 'out/scripts' });
  });

  it.each([
    ['assess --engagement e.preflight', '--plan is missing'],
    ['assess --plan p.json', '--engagement is missing'],
    ['assess --plan p --engagement e --fail-on worst', '--fail-on must be one of'],
    ['assess --plan p --engagement e --paper A5', '--paper must be one of'],
    ['assess --plan p --engagement e extra', 'Unexpected argument "extra"'],
    ['assess --plan p --engagement e --nonsense', 'nonsense'],
    ['import --engagement e', 'at least one file'],
    ['import --engagement e --pdf x a', '--pdf does not belong'],
    ['report --engagement e', 'report needs one of --pdf'],
    ['collectors', '--to is missing'],
    ['collectors --to a b', 'Unexpected argument "b"'],
    ['collectors --to a --quiet', '--quiet does not belong'],
    ['catalogue --xml', 'Unexpected argument "--xml"'],
    ['compress', 'Unknown command'],
  ])('refuses %s', (line, sentence) => {
    expect(() => parse(line)).toThrow(sentence);
  });

  it.each([[[]], [['']], [['C:\\Contoso.preflight']], [['/home/anna/Köln.PREFLIGHT']], [['--no-sandbox']]])(
    'opens the window for %j',
    (argv) => {
      expect(isCommandLine(argv)).toBe(false);
    },
  );

  it.each([
    [['assess', '--plan', 'p.json']],
    [['help']],
    [['asess', '--plan', 'p.json']],
    [['plan.json']],
    [['--help']],
    [['-h']],
  ])('takes %j as a command line, known or not', (argv) => {
    expect(isCommandLine(argv)).toBe(true);
  });

  it('answers an unknown command with the usage', () => {
    expect(() => parse('asess')).toThrow(expect.objectContaining({ code: 'bad-usage', next: usage }));
  });

  it.each(['help', '--help', '-h'])('prints the usage for %s, without an error', async (command) => {
    const lines: string[] = [];
    const neverStarted = (): never => {
      throw new Error('A question for the usage starts nothing');
    };
    const code = await runCli([command], {
      io: {
        out: (line) => lines.push(line),
        err: neverStarted,
        readLine: neverStarted,
        savedProfiles: neverStarted,
        environment: {},
      },
      startHost: neverStarted,
      collector: { user: 'ada', host: 'laptop', version: '0.0.0' },
      signal: new AbortController().signal,
      logError: neverStarted,
    });
    expect([code, lines]).toEqual([exitCode.done, [usage]]);
  });
});
