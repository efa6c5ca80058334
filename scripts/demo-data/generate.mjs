/**
 * Writes the demo engagements: `node scripts/demo-data/generate.mjs [organisation…]`. See README.md beside this file.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evidenceFiles } from './evidence-files.mjs';
import { exportFiles } from './exports/files.mjs';
import { contoso } from './organisations/contoso/index.mjs';
import { northwind } from './organisations/northwind/index.mjs';
import { tailspin } from './organisations/tailspin/index.mjs';
import { sparseFiles } from './sparse-files.mjs';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../assets/demo');
/** Written by hand. */
const kept = ['README.md', 'plan.json', 'documents'];

const writers = {
  contoso: () => evidenceFiles(contoso, exportFiles),
  northwind: () => evidenceFiles(northwind),
  tailspin: () => sparseFiles(tailspin),
};

function write(name) {
  const target = join(assets, name);
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(target)) {
    if (!kept.includes(entry)) rmSync(join(target, entry), { recursive: true });
  }
  for (const [path, content] of writers[name]()) {
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const asked = process.argv.slice(2);
for (const name of asked.length === 0 ? Object.keys(writers) : asked) write(name);
