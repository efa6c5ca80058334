import { openDisplay } from './display.mjs';
import { run, toolEnvironment } from './run.mjs';
import { electronArguments, electronExecutable } from './runtime.mjs';

/** Runs the built app with the given arguments, on a virtual display where there is none; resolves with its exit code. */
export async function runApp(appArguments, { env = {} } = {}) {
  const display = await openDisplay();
  try {
    // Chromium's own messages (no system bus, no GPU) would drown the command's.
    return await run(electronExecutable(), ['--log-level=3', ...electronArguments(...appArguments)], {
      cwd: process.cwd(),
      env: toolEnvironment({ ...display.env, ...env }),
    });
  } finally {
    display.close();
  }
}
