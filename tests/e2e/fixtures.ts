import { test as base, expect } from 'playwright/test';
import { attachLab, findLab, type Lab, startLab } from '../lab/lab.ts';
import { newUserData, type RunningApp, removeUserData, startApp } from '../support/electron-app';

interface AppFixtures {
  /** Starts another app, or the same one again with its user data; what still runs at the end of the test is ended. */
  readonly start: (options?: { readonly userData?: string }) => Promise<RunningApp>;
  /** The app with nothing in it. Its page must not have complained by the end of the test. */
  readonly app: RunningApp;
}

interface LabFixtures {
  /** The real domain controller and federation service, as after their start. */
  readonly lab: Lab;
}

interface LabOfWorker {
  readonly sharedLab: Lab;
}

export const test = base.extend<AppFixtures & LabFixtures, LabOfWorker>({
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
    expect(app.complaints, 'the page complained in its console').toEqual([]);
    expect(app.log(), 'the app logged an error').not.toMatch(/^\S+ error /mu);
  },
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
