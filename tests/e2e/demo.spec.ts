import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './fixtures';
import { goTo, openDemo, shown } from './screens';

const demoFile = (...path: string[]): string => resolve('assets/demo/contoso', ...path);

/** Lets go of files over the middle of the window, as the system's file manager does. */
async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await session.detach();
}

test('probe', async ({ demo }) => {
  const { page } = demo;
  const notLdif = join(demo.userData, 'meeting notes.ldif');
  writeFileSync(notLdif, 'Meeting with the customer\nnothing to see here\n');
  const truncated = join(demo.userData, 'truncated.ldif');
  const whole = readFileSync(demoFile('directory', 'configuration.ldif'));
  writeFileSync(truncated, whole.subarray(0, Math.floor(whole.length / 2)));
  const binary = join(demo.userData, 'holiday.jpg');
  writeFileSync(binary, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  await dropFiles(page, [notLdif, truncated, binary, demoFile('clients')]);
  await shown(page, 'run');
  await page.getByRole('heading', { name: 'The run has ended' }).waitFor();
  console.log(await page.locator('main').innerText());
  await page.screenshot({ path: '/tmp/hp/run.png', fullPage: true });
});
