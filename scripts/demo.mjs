// Assesses the made-up company Contoso from files in assets/demo and writes the results to out/demo.
import { mkdirSync, rmSync } from 'node:fs';
import { inProject } from './setup/paths.mjs';
import { runApp } from './setup/run-app.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
rmSync(inProject('out', 'demo'), { recursive: true, force: true });
mkdirSync(inProject('out', 'demo'), { recursive: true });
process.chdir(inProject('.'));
process.exitCode = await runApp(
  [
    'assess',
    ...['--plan', 'assets/demo/contoso/plan.json'],
    ...['--engagement', 'out/demo/Contoso.preflight'],
    ...['--json', 'out/demo/contoso.json'],
    ...['--pdf', 'out/demo/contoso.pdf'],
  ],
  { env: { HELLO_PREFLIGHT_PASSPHRASE: 'demo' } },
);
