// Pictures of every screen with the demo, in each theme, in out/screenshots.
import { openDisplay } from './setup/display.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'run' });
const display = await openDisplay();
const args = ['test', '--config', 'playwright.screenshots.config.ts'];
process.exitCode = await run('playwright', args, { env: toolEnvironment(display.env) });
display.close();
