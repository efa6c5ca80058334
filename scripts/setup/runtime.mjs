import { readElectronRecord } from './electron-runtime.mjs';
import { inProject } from './paths.mjs';

export { toolEnvironment, toolPath } from './run.mjs';

/** The Electron found by set-up: `{ kind, version, nodeApi, folder, executable }`. Throws when set-up has not run. */
export function electronRuntime() {
  const runtime = readElectronRecord();
  if (runtime === null) throw new Error('No Electron yet: run `npm run setup` first.');
  return runtime;
}

/** Path of the Electron executable that runs the app from this checkout. */
export function electronExecutable() {
  return electronRuntime().executable;
}

/** Electron's arguments that start this checkout's app with the given app arguments. */
export function electronArguments(...appArguments) {
  return [...sandboxArguments(), inProject('.'), ...appArguments];
}

/** Chromium refuses to run as root with its sandbox. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

/** True when a window can be shown without help. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
