// npm run package [-- electron-builder arguments]: installers for this system in out/dist.
import { packageApp } from './package/package-app.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
if (electronRuntime().kind === 'fallback') {
  process.stdout.write(
    'The current Electron cannot be downloaded here: packing the older development runtime into a folder, for trials only. Do not ship it.\n',
  );
  process.exitCode = await packageApp(['--dir']);
} else {
  process.exitCode = await packageApp(process.argv.slice(2));
}
