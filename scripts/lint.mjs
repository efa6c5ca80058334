// Formatting and lint rules (biome), then the rules of our security list that are about words in the code.
import { forbiddenCode } from './lint/forbidden-code.mjs';
import { looseVersions } from './lint/loose-versions.mjs';
import { run } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run', build: 'never' });
const colors = process.stdout.isTTY ? [] : ['--colors=off'];
const biome = await run('biome', ['ci', '--error-on-warnings', '--max-diagnostics=50', ...colors]);
const problems = [...forbiddenCode(), ...looseVersions()];
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = biome !== 0 || problems.length > 0 ? 1 : 0;
