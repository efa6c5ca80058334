// Development: rebuilds and reloads on change, on the Electron that set-up found.
import { openDisplay } from './setup/display.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { electronExecutable, sandboxArguments } from './setup/runtime.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run', build: 'never' });
const display = await openDisplay();
const env = toolEnvironment({ ...display.env, ELECTRON_EXEC_PATH: electronExecutable() });
const noSandbox = sandboxArguments().map(() => '--noSandbox');
process.exitCode = await run('electron-vite', ['dev', '--watch', ...noSandbox], { env });
display.close();
