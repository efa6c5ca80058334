import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleInto } from '../support/bundle-into';

/** Enlarges the demo's engagement in a storage folder, which the app must not have open; in a process of its own, bundled like the product. */
export async function enlargeDemo(storage: string, size: { readonly findings: number; readonly objects: number }) {
  const [name] = readdirSync(storage).filter((file) => file.endsWith('.preflight'));
  if (name === undefined) throw new Error('There is no engagement');
  mkdirSync('out', { recursive: true });
  const folder = mkdtempSync(join(resolve('out'), 'bundle-'));
  try {
    const program = await bundleInto(folder, 'tests/support/programs/enlarge-engagement.ts');
    const wanted = [join(storage, name), 'demo', String(size.findings), String(size.objects)];
    execFileSync(process.execPath, [program, ...wanted], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
