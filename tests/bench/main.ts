import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { measureAppStart } from './app-start';
import { measureClientsImport } from './clients/clients-import';
import { measureClientsInApp } from './clients/clients-in-app';
import { measureFarControllers } from './far/far-controllers';
import { measureLargeEngagement } from './large/large-engagement';
import { inWords, isReached, type Measured } from './measurement';
import { measureSambaAssessment } from './samba/samba-assessment';
import { measureSlapdBulk } from './slapd/slapd-bulk';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

type Part = (say: (line: string) => void) => Promise<readonly Measured[]>;

/** What can be measured by name; without names everything is. */
const parts: Readonly<Record<string, Part>> = {
  'app-start': measureAppStart,
  'clients-import': measureClientsImport,
  'clients-in-app': measureClientsInApp,
  'far-controllers': measureFarControllers,
  'large-engagement': measureLargeEngagement,
  'ldap-million': measureSlapdBulk,
  'ldap-samba': measureSambaAssessment,
};

/**
 * Measures, shows each figure with its goal and writes them to `file` as a list of `{ name, value, unit, goal, better }`. Needs the built app, a display and
 * what the lab needs; leaves nothing running. Resolves with whether every goal was reached.
 * @throws Error when a name is none of the parts
 */
export async function bench(file: string, names: readonly string[]): Promise<boolean> {
  const chosen = (names.length === 0 ? Object.keys(parts) : names).map((name) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined) throw new Error(`There is no part ${name}. Parts: ${Object.keys(parts).join(', ')}`);
    return part;
  });
  const all: Measured[] = [];
  for (const measure of chosen) {
    for (const measured of await measure(say)) {
      all.push(measured);
      say(inWords(measured));
    }
  }
  const lines = all.map(({ measurement }) => measurement);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(lines, undefined, 2)}\n`);
  return lines.every(isReached);
}
