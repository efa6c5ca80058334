import { report } from './setup/report.mjs';
import { runApp } from './setup/run-app.mjs';
import { hasDisplay } from './setup/runtime.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
if (!hasDisplay()) report('no display here: the window opens on a virtual one (try `npm run demo` or `npm run cli`)');
process.exitCode = await runApp(process.argv.slice(2));
