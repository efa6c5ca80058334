import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../setup/paths.mjs';
import { run, toolEnvironment } from '../setup/run.mjs';
import { electronRuntime } from '../setup/runtime.mjs';

/** Runs electron-builder on the built app with the Electron that set-up found; resolves with its exit code. */
export async function packageApp(builderArguments) {
  rmSync(inProject('out', 'dist'), { recursive: true, force: true });
  const runtime = electronRuntime();
  // Packing changes the executable's fuses: with hard links that would be the cached runtime's own file.
  const env = toolEnvironment({ USE_HARD_LINKS: 'false' });
  if (runtime.kind === 'pinned') return run('electron-builder', ['--publish', 'never', ...builderArguments], { env });

  const bare = inProject('out', 'fallback-electron');
  copyWithoutDefaultApp(runtime.folder, bare);
  try {
    const dist = [`-c.electronDist=${bare}`, `-c.electronVersion=${runtime.version}`];
    return await run('electron-builder', ['--publish', 'never', ...builderArguments, ...dist], { env });
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
}

function copyWithoutDefaultApp(from, to) {
  const defaultApp = join(from, 'resources', 'app');
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => path !== defaultApp });
}
