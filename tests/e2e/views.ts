import type { Page } from 'playwright';
import { dialog, goTo, goToStep } from './screens';

/** Something a person can be looking at while the judged demo is open. */
export interface View {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** Back to where other views can be shown from. */
  readonly leave?: (page: Page) => Promise<void>;
}

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
};

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: true });

/** A dialog that a button of a screen opens. */
const dialogOf = (name: string, show: (page: Page) => Promise<void>, opener: string | RegExp): View => ({
  name,
  show: async (page) => {
    await show(page);
    await button(page, opener).first().click();
    await dialog(page).waitFor();
  },
  leave: closeDialog,
});

/** A dialog that the menu of an engagement opens. */
const dialogOfMenu = (name: string, show: (page: Page) => Promise<void>, item: string): View => ({
  name,
  show: async (page) => {
    await show(page);
    await button(page, /^More for Contoso/u).click();
    await page.getByRole('menuitem', { name: item }).click();
    await dialog(page).waitFor();
  },
  leave: closeDialog,
});

const library = (page: Page): Promise<void> => goTo(page, 'library');

const targets = async (page: Page): Promise<void> => {
  await goTo(page, 'scope');
  await goToStep(page, 'Targets');
};

const finding = async (page: Page, checkId: string): Promise<void> => {
  await goTo(page, 'findings');
  const search = page.getByRole('searchbox', { name: 'Search findings' });
  await search.fill(checkId);
  await page.locator(`#finding-${checkId}`).click();
  await page.locator('#finding-title').waitFor();
  await search.fill('');
};

/** The certificate that expired, with the evidence for it. */
const expiredCertificate = (page: Page): Promise<void> => finding(page, 'PKI-010');

/** Every screen and dialog of the open demo. */
export const views: readonly View[] = [
  { name: 'overview', show: (page) => goTo(page, 'overview') },
  { name: 'scope', show: (page) => goTo(page, 'scope') },
  {
    name: 'customer',
    show: async (page) => {
      await goTo(page, 'scope');
      await goToStep(page, 'Customer');
    },
  },
  { name: 'targets', show: targets },
  dialogOf('add-domain-controller', targets, 'Add domain controller'),
  dialogOf('add-adfs-farm', targets, 'Add AD FS farm'),
  dialogOf('add-tenant', targets, 'Add tenant'),
  { name: 'help', show: (page) => goTo(page, 'help') },
  { name: 'sources', show: (page) => goTo(page, 'sources') },
  {
    name: 'consent',
    show: async (page) => {
      await goTo(page, 'sources');
      await goToStep(page, 'Consent');
    },
  },
  { name: 'interview', show: (page) => goTo(page, 'interview') },
  dialogOf('answer', (page) => goTo(page, 'interview'), /^(?:Answer|Change): Which decisions/u),
  { name: 'run', show: (page) => goTo(page, 'run') },
  dialogOf('run-again', (page) => goTo(page, 'run'), 'Run again'),
  { name: 'findings', show: (page) => goTo(page, 'findings') },
  { name: 'finding', show: expiredCertificate },
  dialogOf('evidence', expiredCertificate, /^View evidence for/u),
  dialogOf('decide', expiredCertificate, 'Decide…'),
  { name: 'clients', show: (page) => goTo(page, 'clients') },
  dialogOf('paste', (page) => goTo(page, 'clients'), 'Paste dsregcmd output'),
  { name: 'compare', show: (page) => goTo(page, 'compare') },
  dialogOf('compare-with', (page) => goTo(page, 'compare'), 'Choose the older engagement…'),
  {
    name: 'report',
    show: async (page) => {
      await goTo(page, 'report');
      await page.locator('[data-preview="shown"] iframe').waitFor();
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).first().waitFor();
    },
  },
  { name: 'settings', show: (page) => goTo(page, 'settings') },
  {
    name: 'command-palette',
    show: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox', { name: 'Actions and checks' }).waitFor();
    },
    leave: closeDialog,
  },
  {
    name: 'shortcuts',
    show: async (page) => {
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('?');
      await dialog(page).waitFor();
    },
    leave: closeDialog,
  },
  { name: 'library', show: library },
  dialogOf('search', library, 'Search in engagements'),
  dialogOfMenu('check', library, 'Check this engagement…'),
  dialogOfMenu('back-up', library, 'Back up…'),
  dialogOfMenu('hand-over', library, 'Hand over…'),
  dialogOfMenu('change-passphrase', library, 'Change the passphrase…'),
];

const closeDemo = async (page: Page): Promise<void> => {
  await goTo(page, 'library');
  const close = button(page, /^Close Contoso/u);
  if (await close.isVisible()) await close.click();
  await button(page, /^Open Contoso/u).waitFor();
};

/** What is seen without an open engagement; shown after the others. */
export const closedViews: readonly View[] = [
  { name: 'library-closed', show: closeDemo },
  dialogOf('passphrase', closeDemo, /^Open Contoso/u),
  dialogOf('forget', closeDemo, /^Remove Contoso/u),
  dialogOf('search-closed', closeDemo, 'Search in engagements'),
  dialogOfMenu('delete', closeDemo, 'Delete for good…'),
  {
    name: 'new-engagement',
    show: async (page) => {
      await closeDemo(page);
      await button(page, 'New engagement').click();
      await page.getByRole('textbox', { name: 'Passphrase again' }).waitFor();
    },
  },
];

/** Waits until nothing fades or slides any more; spinners go on. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ).then(() => undefined),
  );

/** Shows one view after the other. */
export async function lookAt(
  page: Page,
  chosen: readonly View[],
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const { name, show, leave } of chosen) {
    await show(page);
    await settled(page);
    await look(name);
    await leave?.(page);
  }
}
