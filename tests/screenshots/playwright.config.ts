import { defineConfig } from 'playwright/test';

/** `npm run screenshots`: pictures of every screen, made with the fixtures of the end-to-end tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../out/test/screenshots',
  workers: 1,
  timeout: 120_000,
  tsconfig: '../e2e/tsconfig.json',
  reporter: 'line',
});
