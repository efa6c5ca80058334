import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startLab } from '../lab/lab';
import { measureAppStart } from './app-start';
import { measureEventLoopDelay } from './event-loop-delay';
import { measureLdapEnumeration } from './ldap-enumeration';
import { addManyUsers } from './many-users';
import { inWords, isReached, type Measured } from './measurement';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * Measures, shows each figure with its goal and writes them to `file` as a list of `{ name, value, unit, goal, better }`. Needs the built app, a display and
 * what the lab needs; leaves nothing running. Resolves with whether every goal was reached.
 */
export async function bench(file: string): Promise<boolean> {
  const all: Measured[] = [];
  const keep = (measured: Measured): void => {
    all.push(measured);
    say(inWords(measured));
  };
  keep(await measureAppStart());
  const lab = await startLab({ waitMs: 10 * 60_000, say });
  try {
    await addManyUsers(lab);
    keep(await measureLdapEnumeration(lab));
    keep(await measureEventLoopDelay(lab));
  } finally {
    await lab.stop();
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    `${JSON.stringify(
      all.map(({ measurement }) => measurement),
      undefined,
      2,
    )}\n`,
  );
  return all.every(({ measurement }) => isReached(measurement));
}
