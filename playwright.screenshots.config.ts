import { defineConfig } from 'playwright/test';

/** Pictures of the screens for people to look at; no test. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.screenshots.ts',
  outputDir: 'out/test/screenshots',
  workers: 1,
  timeout: 120_000,
  reporter: 'list',
});
