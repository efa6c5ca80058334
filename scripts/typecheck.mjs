// Type-checks every part: main and shared code against both the shipped Electron and the oldest one it must run on.
import { run } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run', build: 'never' });
const projects = ['main', 'main-electron-33', 'renderer', 'tests'].map((name) => `tsconfig.${name}.json`);
for (const project of projects) {
  const code = await run('tsc', ['--project', project]);
  process.stdout.write(`${project}: ${code === 0 ? 'ok' : 'failed'}\n`);
  if (code !== 0) process.exitCode = 1;
}
