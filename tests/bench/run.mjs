// Runs the measurements under Vite's module runner, because they import the product's own TypeScript.
import { runnerImport } from 'vite';
import { inProject } from '../../scripts/setup/paths.mjs';

const { module } = await runnerImport(inProject('tests', 'bench', 'main.ts'), { configFile: false, logLevel: 'warn' });
await module.bench(inProject('out', 'bench.json'));
