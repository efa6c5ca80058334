// Started by bench.mjs on the pinned Node, because Vite loads the TypeScript of tests/bench.
import { runnerImport } from 'vite';
import { inProject } from '../setup/paths.mjs';

const { module } = await runnerImport(inProject('tests', 'bench', 'main.ts'), {
  configFile: false,
  root: inProject('.'),
  logLevel: 'warn',
});
process.exitCode = (await module.bench(process.argv[2], process.argv.slice(3))) ? 0 : 1;
