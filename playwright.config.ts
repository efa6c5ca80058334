import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test/e2e',
  workers: 1,
  // Without the path of better-sqlite3's types, which Playwright would take for its code.
  tsconfig: 'tests/e2e/tsconfig.json',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
