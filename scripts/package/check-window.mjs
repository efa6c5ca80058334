import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { inProject } from '../setup/paths.mjs';
import { electronExecutable, sandboxArguments } from '../setup/runtime.mjs';

const passphrase = 'correct horse battery staple';

/**
 * Opens the window from the packed archive and does in it what threads of their own do: reports in every format, a hand-over, a new passphrase. The packed
 * executable cannot be driven from outside, which `checkRuns` proves; so the archive is opened by the Electron it was packed with.
 * Gives one line per thing that does not work.
 */
export async function checkWindow({ resources }, env) {
  const userData = mkdtempSync(join(tmpdir(), 'hello-preflight-smoke-'));
  try {
    const app = await _electron.launch({
      executablePath: electronExecutable(),
      args: [...sandboxArguments(), join(resources, 'app.asar'), `--user-data-dir=${userData}`],
      env: { ...process.env, ...env, HELLO_PREFLIGHT_QUIET: '1' },
      timeout: 60_000,
    });
    try {
      return await problemsIn(app, join(userData, 'smoke'));
    } finally {
      await app.close();
    }
  } catch (error) {
    return [`the window from app.asar: ${error.message}`];
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function problemsIn(app, folder) {
  mkdirSync(folder);
  const page = await app.firstWindow();
  await page.locator('main[data-ready]').waitFor({ timeout: 60_000 });
  const problems = [];
  const attempt = async (what, work) => {
    const problem = await work().catch((error) => error.message);
    if (problem !== null) problems.push(`${what} from app.asar: ${problem}`);
  };
  await attempt('import', () => page.evaluate(importFolder, [inProject('assets', 'demo', 'contoso'), passphrase]));
  for (const [format, start] of Object.entries({ pdf: '%PDF-', docx: 'PK', xlsx: 'PK', html: '<!doctype html' })) {
    const file = join(folder, `report.${format}`);
    await saveTo(app, file);
    await attempt(`${format} report`, async () => (await page.evaluate(exportReport, format)) ?? startOf(file, start));
  }
  const copy = join(folder, 'copy.preflight');
  await saveTo(app, copy);
  await attempt(
    'hand-over',
    async () => (await page.evaluate(handOver)) ?? (existsSync(copy) ? null : 'nothing written'),
  );
  await attempt('new passphrase', () => page.evaluate(changePassphrase, passphrase));
  await attempt('check of the file', () => page.evaluate(checkFile));
  return problems;
}

const saveTo = (app, filePath) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);

const startOf = (file, start) =>
  readFileSync(file).subarray(0, start.length).toString('latin1').toLowerCase() === start.toLowerCase()
    ? null
    : `${file} does not begin with ${start}`;

async function importFolder([path, passphrase]) {
  const { library, run } = window.bridge;
  const details = { customer: 'Contoso', title: 'Smoke', consultant: 'Ada', classification: 'Confidential' };
  const made = await library.create({ details, passphrase });
  if (!made.ok) return made.error.message;
  const answer = await run.import({ paths: [path] }, () => undefined).result;
  if (!answer.ok) return answer.error.message;
  return answer.value.state === 'done' && answer.value.evidenceCount > 20 ? null : `it ended as ${answer.value.state}`;
}

async function exportReport(format) {
  const options = { paper: 'A4', profile: 'technical', redact: false };
  const answer = await window.bridge.report.export({ format, options }, () => undefined).result;
  return answer.ok ? null : answer.error.message;
}

async function handOver() {
  const wanted = { passphrase: 'only for Ada', leaveOutInputs: true };
  const answer = await window.bridge.custody.handOver(wanted, () => undefined).result;
  return answer.ok ? null : answer.error.message;
}

async function changePassphrase(present) {
  const wanted = { present, next: 'quite another secret' };
  const answer = await window.bridge.custody.changePassphrase(wanted, () => undefined).result;
  return answer.ok ? null : answer.error.message;
}

async function checkFile() {
  const answer = await window.bridge.custody.check({}, () => undefined).result;
  if (!answer.ok) return answer.error.message;
  return answer.value.isSound ? null : answer.value.sentences.join(' ');
}
