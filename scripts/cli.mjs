// npm run cli -- assess --plan … : the command line of the app, built from this checkout.
import { runApp } from './setup/run-app.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
process.exitCode = await runApp(process.argv.slice(2));
