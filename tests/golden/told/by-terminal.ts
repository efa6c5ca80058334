import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import { type Counts, openIn, sumIn, type Told } from './counts';

/** What `assess` and `import` print. */
export function toldByTerminal(lines: readonly string[]): Readonly<Record<string, Told>> {
  const whole = lines.find((line) => line.includes('applicable checks are conclusive')) ?? '';
  const [, conclusive, applicable] = /^(\d+) of (\d+)/u.exec(whole) ?? [];
  const named = lines.slice(lines.findIndex((line) => /^(Blockers|No blocker)/u.test(line)));
  const end = named.indexOf('');
  return {
    whole: { All: { conclusive: Number(conclusive), applicable: Number(applicable) } },
    sum: { All: sumIn(lines.find((line) => line.includes('checks that apply')) ?? '') },
    groups: Object.fromEntries(lines.flatMap(toldByLine)),
    names: { All: { blockers: named.slice(1, end < 0 ? undefined : end).length } },
  };
}

function toldByLine(line: string): readonly (readonly [string, Partial<Counts>])[] {
  const [, conclusive, applicable] = /(\d+)\/(\d+) conclusive/u.exec(line) ?? [];
  if (conclusive === undefined) return [];
  const area = Object.values(areaTitles).find((title) => line.includes(`  ${title}  `));
  const step = Object.values(stepTitles).find((title) => line.startsWith(`  ${title}  `));
  const counts = { conclusive: Number(conclusive), applicable: Number(applicable), ...openIn(line) };
  return [[step === undefined ? (area ?? line) : `Step: ${step}`, counts]];
}
