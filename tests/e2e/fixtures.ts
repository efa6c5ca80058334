import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { attachLab, findLab, type Lab, startLab } from '../lab/lab.ts';
import { newUserData, type RunningApp, removeUserData, startApp } from '../support/electron-app';
import { openDemo } from './screens';

interface AppFixtures {
  /** Starts another app, or the same one again with its user data; what still runs at the end of the test is ended. */
  readonly start: (options?: { readonly userData?: string }) => Promise<RunningApp>;
  /** The app with nothing in it. Its page must not have complained by the end of the test. */
  readonly app: RunningApp;
  /** The app with the judged demo open on the overview; otherwise like `app`. */
  readonly demo: RunningApp;
}

interface LabFixtures {
  /** The real domain controller and federation service, as after their start. */
  readonly lab: Lab;
}

interface MadeOnce {
  readonly sharedLab: Lab;
  /** Folder with the demo's engagement after its first run, to be copied. */
  readonly judgedDemo: string;
}

const expectNoComplaint = (app: RunningApp): void => {
  expect(app.complaints, 'the page complained in its console').toEqual([]);
  expect(app.log(), 'the app logged an error').not.toMatch(/^\S+ error /mu);
};

export const test = base.extend<AppFixtures & LabFixtures, MadeOnce>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  start: async ({}, use) => {
    const folders = new Set<string>();
    const apps: RunningApp[] = [];
    await use(async ({ userData = newUserData() } = {}) => {
      folders.add(userData);
      const app = await startApp(userData);
      apps.push(app);
      return app;
    });
    for (const app of apps) if (app.isRunning()) await app.kill();
    for (const folder of folders) removeUserData(folder);
  },
  app: async ({ start }, use) => {
    const app = await start();
    await use(app);
    expectNoComplaint(app);
  },
  demo: async ({ start, judgedDemo }, use) => {
    const userData = newUserData();
    const storage = join(userData, 'engagements');
    mkdirSync(storage);
    for (const name of readdirSync(judgedDemo)) copyFileSync(join(judgedDemo, name), join(storage, name));
    const app = await start({ userData });
    await openDemo(app.page);
    await use(app);
    expectNoComplaint(app);
  },
  judgedDemo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const app = await startApp(newUserData());
      await openDemo(app.page);
      await app.close();
      await use(app.storage);
      removeUserData(app.userData);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  sharedLab: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const running = await findLab('detached');
      const lab = running ?? (await startLab({ waitMs: 10 * 60_000 }));
      await use(attachLab(lab));
      if (running === undefined) await lab.stop();
    },
    { scope: 'worker', timeout: 12 * 60_000 },
  ],
  lab: async ({ sharedLab }, use) => {
    await sharedLab.reset();
    await use(sharedLab);
    await sharedLab.resumeDc();
  },
});

export { expect };
