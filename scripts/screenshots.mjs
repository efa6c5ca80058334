// Pictures of every screen with the demo engagement, into assets/screenshots.
import { openDisplay } from './setup/display.mjs';
import { run, toolEnvironment } from './setup/run.mjs';
import { setup } from './setup.mjs';

await setup({ for: 'test' });
const display = await openDisplay();
try {
  process.exitCode = await run('playwright', ['test', '--config', 'tests/screenshots/playwright.config.ts'], {
    env: toolEnvironment(display.env),
  });
} finally {
  display.close();
}
