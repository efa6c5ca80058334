import type { Locator, Page } from 'playwright';
import { type Measured, rounded } from '../measurement';
import { answerTime, frameTimes, percentile } from './page-clock';

const main = 'main';
const findings = '[role="grid"][aria-label="Findings"]';
const objects = '[role="grid"][aria-label="Affected objects"]';
const many = 'DIR-015';

/** How long one answer took, and to what. */
interface Answer {
  readonly to: string;
  readonly ms: number;
}

/** Milliseconds from a key or click to the painted list, of several; the goal holds for all but one in twenty. */
function answersTo(what: string, answers: readonly Answer[]): Measured {
  const times = answers.map(({ ms }) => ms);
  const slowest = [...answers].sort((a, b) => b.ms - a.ms).slice(0, 3);
  return {
    measurement: {
      name: `${what}, p95`,
      value: rounded(percentile(times, 0.95)),
      unit: 'ms',
      goal: 100,
      better: 'lower',
    },
    details: `${times.length} answers, from the event to the paint; median ${rounded(percentile(times, 0.5))} ms; slowest: ${slowest.map(({ to, ms }) => `${to} ${rounded(ms)} ms`).join(', ')}`,
  };
}

/** Searching, filtering, sorting, opening and scrolling in the window that shows the large engagement. */
export async function measureLists(page: Page): Promise<readonly Measured[]> {
  const opening = answersTo('Opening a screen of 400 findings and 5,000 clients', await openScreens(page));
  await rail(page, 'Findings').click();
  const ofFindings = answersTo('Search, filter and sort of 400 findings', await askFindings(page));
  const scrollingFindings = await scrolling(page, '400 findings', findings);
  await openFinding(page);
  return [
    opening,
    ofFindings,
    scrollingFindings,
    answersTo('Search and filter of 50,000 objects', await askObjects(page)),
    await scrolling(page, '50,000 objects', objects),
  ];
}

const rail = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: place });

/** What a screen shows last. */
const complete = {
  Findings: 'main[data-ready="findings"] [role="row"][data-index]',
  Clients: 'main[data-ready="clients"] [role="row"][data-index]',
  Overview: 'main[data-ready="overview"]',
} as const;

/** Milliseconds somebody looks at the overview at least who then goes on; what the app prepares meanwhile counts in its favour. */
const firstLook = 2000;

/** Each screen twice: the first time it may have to read the engagement. */
async function openScreens(page: Page): Promise<readonly Answer[]> {
  await page.waitForTimeout(firstLook);
  const answers: Answer[] = [];
  for (const time of ['first', 'second'])
    for (const place of ['Findings', 'Clients', 'Overview'] as const) {
      const ms = await answerTime(page, '#root', () => rail(page, place).click(), complete[place]);
      answers.push({ to: `${place} (${time} time)`, ms });
    }
  return answers;
}

async function openFinding(page: Page): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search findings' });
  await search.fill(many);
  await page.locator(`#finding-${many}`).click();
  await page.locator(objects).waitFor();
  await search.fill('');
}

/** Every character typed is a question of its own. */
async function typeInto(page: Page, search: string, surface: string, text: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  await page.getByRole('searchbox', { name: search }).focus();
  for (const key of [...text, ...Array.from(text, () => 'Backspace')])
    answers.push({ to: `“${key}”`, ms: await answerTime(page, surface, () => page.keyboard.press(key)) });
  return answers;
}

/** Ticks a value of a filter and takes it out again. */
async function tick(page: Page, chip: Locator, value: string, surface: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  await chip.click();
  for (let round = 0; round < 4; round += 1) {
    const ms = await answerTime(page, surface, () => page.getByRole('menuitemcheckbox', { name: value }).click());
    answers.push({ to: value, ms });
  }
  await page.keyboard.press('Escape');
  return answers;
}

async function askFindings(page: Page): Promise<readonly Answer[]> {
  const outcome = page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Outcome' });
  const answers = [
    ...(await typeInto(page, 'Search findings', main, 'cert')),
    ...(await tick(page, outcome, 'Fail', main)),
  ];
  for (const column of ['Objects', 'Finding', 'Objects', 'Finding']) {
    const ms = await answerTime(page, main, () => page.locator(findings).getByRole('button', { name: column }).click());
    answers.push({ to: `order by ${column}`, ms });
  }
  return answers;
}

async function askObjects(page: Page): Promise<readonly Answer[]> {
  const detail = 'section[aria-label="Finding detail"]';
  return [
    ...(await typeInto(page, 'Search objects', detail, 'lefe')),
    ...(await typeInto(page, 'Search objects', detail, '0499')),
    ...(await tick(page, page.getByRole('button', { name: 'Outcome of objects' }), 'Warning', detail)),
  ];
}

/** The wheel turns sixty times a second for two seconds; beside it the frames of the same window at rest. */
async function scrolling(page: Page, what: string, surface: string): Promise<Measured> {
  const rest = await frameTimes(page, () => page.waitForTimeout(1000));
  await page.locator(surface).hover();
  const before = await page.locator(surface).evaluate((list) => list.scrollTop);
  const frames = await frameTimes(page, async () => {
    for (let turn = 0; turn < 120; turn += 1) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(8);
    }
  });
  const way = (await page.locator(surface).evaluate((list) => list.scrollTop)) - before;
  if (way < 5000) throw new Error(`Only ${way} px of ${what} were scrolled`);
  return {
    measurement: {
      name: `Frames while scrolling ${what}, p95 / at rest`,
      value: rounded(percentile(frames, 0.95) / percentile(rest, 0.95)),
      unit: 'x',
      goal: 1.5,
      better: 'lower',
    },
    details: `${way} px in ${frames.length} frames; p95 ${rounded(percentile(frames, 0.95))} ms, longest ${rounded(Math.max(...frames))} ms; at rest ${rounded(percentile(rest, 0.95))} ms`,
  };
}
