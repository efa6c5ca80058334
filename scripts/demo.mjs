// Assesses an invented organisation from files in assets/demo and writes the results to out/demo: `npm run demo [-- contoso | northwind | tailspin]`.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { inProject } from './setup/paths.mjs';
import { runApp } from './setup/run-app.mjs';
import { setup } from './setup.mjs';

const folders = readdirSync(inProject('assets', 'demo'), { withFileTypes: true });
const known = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const [name = 'contoso'] = process.argv.slice(2);
if (!known.includes(name)) {
  console.error(`There is no demo organisation ${name}. There are ${known.join(', ')}.`);
  process.exit(2);
}

await setup({ for: 'run' });
const title = `${name[0].toUpperCase()}${name.slice(1)}`;
const outputs = { engagement: `${title}.preflight`, json: `${name}.json`, pdf: `${name}.pdf` };
mkdirSync(inProject('out', 'demo'), { recursive: true });
for (const file of Object.values(outputs)) rmSync(inProject('out', 'demo', file), { recursive: true, force: true });
process.chdir(inProject('.'));
process.exitCode = await runApp(
  [
    'assess',
    ...['--plan', `assets/demo/${name}/plan.json`],
    ...Object.entries(outputs).flatMap(([option, file]) => [`--${option}`, `out/demo/${file}`]),
  ],
  { env: { HELLO_PREFLIGHT_PASSPHRASE: 'demo' } },
);
