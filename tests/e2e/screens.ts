import type { Locator, Page } from 'playwright';
import type { Lab } from '../lab/lab.ts';
import type { RunningApp } from '../support/electron-app';

export type ScreenName =
  | 'library'
  | 'settings'
  | 'help'
  | 'customer'
  | 'scope'
  | 'targets'
  | 'sources'
  | 'consent'
  | 'interview'
  | 'run'
  | 'overview'
  | 'findings'
  | 'clients'
  | 'compare'
  | 'report';

export const passphrase = 'correct horse battery staple';

/** The screen once it shows its data. */
export const screen = (page: Page, name: ScreenName): Locator => page.locator(`main[data-ready="${name}"]`);

/** Waits until the screen shows its data. */
export const shown = (page: Page, name: ScreenName): Promise<void> => screen(page, name).waitFor();

const places = {
  library: 'Library',
  settings: 'Settings',
  help: 'Help',
  overview: 'Overview',
  scope: 'Scope',
  sources: 'Sources',
  interview: 'Interview',
  run: 'Run',
  findings: 'Findings',
  clients: 'Clients',
  compare: 'Compare',
  report: 'Report',
} as const;

/** Goes to a screen by the rail. */
export async function goTo(page: Page, place: keyof typeof places): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: places[place] }).click();
  await shown(page, place);
}

/** Goes to a step of the wizard by the list of steps. */
export async function goToStep(
  page: Page,
  step: 'Customer' | 'Scope' | 'Targets' | 'Sources' | 'Consent',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step }).click();
  await page.getByRole('heading', { level: 1, name: step }).waitFor();
}

/** Opens the demo; the first time it is judged as well. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await shown(page, 'overview');
  await page.getByRole('region', { name: 'Path to deployment' }).waitFor();
}

/** Makes an encrypted engagement; ends on the scope step. */
export async function newEngagement(page: Page, customer: string): Promise<void> {
  await page.getByRole('button', { name: 'New engagement' }).click();
  await page.getByRole('textbox', { name: 'Customer' }).fill(customer);
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create and go on' }).click();
  await shown(page, 'scope');
}

/** Waits until the wizard's answers are stored. */
export const saved = (page: Page): Promise<void> => page.getByText('Saved', { exact: true }).waitFor();

/** The dialog that is open. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog'));

/** The lab's domain controller as the ordinary user `reader` reads it, by hand on the targets step. */
export async function addDomainController(page: Page, lab: Lab): Promise<void> {
  await page.getByRole('button', { name: 'Add domain controller' }).click();
  await dialog(page).getByRole('textbox', { name: 'Server' }).fill(lab.dc.hostName);
  await dialog(page).getByRole('textbox', { name: 'Account' }).fill(lab.users.reader.userPrincipalName);
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: `Test connection to ${lab.dc.hostName}` }).waitFor();
}

export async function addFederationService(page: Page, lab: Lab): Promise<void> {
  await page.getByRole('button', { name: 'Add AD FS farm' }).click();
  await dialog(page).getByRole('textbox', { name: 'Federation service name' }).fill(lab.web.adfsHost);
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: `Test connection to ${lab.web.adfsHost}` }).waitFor();
}

export async function addSysvol(page: Page, lab: Lab): Promise<void> {
  await page.getByRole('textbox', { name: 'Domain of the SYSVOL' }).fill(lab.dc.domain);
  await page.getByRole('textbox', { name: 'Folder that holds' }).fill(lab.sysvolPath);
  await page.getByRole('button', { name: 'Add SYSVOL' }).click();
  await page.getByRole('list', { name: 'SYSVOL folders' }).getByText(lab.dc.domain).first().waitFor();
}

/** Whom to trust and where the lab's names are, which nobody else's DNS knows. */
export async function trustLab({ page, answerDialogs }: RunningApp, lab: Lab): Promise<void> {
  await answerDialogs({ open: [lab.caFile] });
  await page.getByRole('button', { name: 'Choose PEM file' }).click();
  await page.getByRole('button', { name: "Use the system's list only" }).waitFor();
  await page.getByRole('button', { name: 'Advanced: addresses' }).click();
  for (const [host, address] of Object.entries(lab.addresses)) {
    await page.getByRole('textbox', { name: 'Host name' }).fill(host);
    await page.getByRole('textbox', { name: 'IP address' }).fill(address);
    await page.getByRole('button', { name: 'Add address' }).click();
    await page
      .getByRole('button', { name: `Remove ${host}`, exact: true })
      .last()
      .waitFor();
  }
}

/** Enters the reading account's password on the consent step and starts the run. */
export async function agreeAndRun(page: Page, lab: Lab): Promise<void> {
  const { userPrincipalName, password } = lab.users.reader;
  await page.getByRole('textbox', { name: `Password of ${userPrincipalName}` }).fill(password);
  await page.getByRole('button', { name: 'Contact these systems and run' }).click();
  await shown(page, 'run');
}

/** Lets go of files over the middle of the window, as the system's file manager does. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await session.detach();
}
