import type { Page } from 'playwright';
import { type LiveSources, noLiveSources } from '../../src-shared/model/plan';
import type { Lab } from '../lab/lab.ts';
import { dialog, passphrase, shown } from './screens';

/** Customer of the engagements made here; the library names them after it. */
export const customer = 'Fabrikam';

/** Makes an engagement past the screens, closes it, and shows the library with it. Returns its path. */
export async function makeEngagement(page: Page, live: LiveSources = noLiveSources): Promise<string> {
  const details = { customer, title: 'Pilot', consultant: 'Ada', classification: 'Confidential' };
  const path = await page.evaluate(
    async (wanted) => {
      const { library } = window.bridge;
      const made = await library.create({ details: wanted.details, passphrase: wanted.passphrase });
      if (!made.ok) throw new Error(made.error.message);
      const { path: file, draft } = made.value;
      await library.saveDraft({ draft: { ...draft, live: wanted.live, wizardStep: 'consent' } });
      await library.close({});
      return file;
    },
    { details, live, passphrase },
  );
  await page.reload();
  await shown(page, 'library');
  return path;
}

/** All the lab offers, with the names that only it knows. */
export const labSources = (lab: Lab): LiveSources => ({
  ...noLiveSources,
  addresses: { ...lab.addresses },
  caFile: lab.caFile,
  directory: [
    {
      id: 'dc1',
      server: lab.dc.hostName,
      security: 'ldaps',
      signIn: 'password',
      user: lab.users.reader.userPrincipalName,
    },
  ],
  adfs: [{ id: 'fs', host: lab.web.adfsHost }],
  sysvol: [{ id: 'sysvol', domain: lab.dc.domain, path: lab.sysvolPath }],
});

/** Types the passphrase in the dialog that asks for it. */
export async function typePassphrase(page: Page, text: string = passphrase): Promise<void> {
  await dialog(page).getByRole('textbox', { name: 'Passphrase' }).fill(text);
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
}

/** Opens the engagement made by `makeEngagement` from the library. */
export async function openEngagement(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Open ${customer}`, 'u') }).click();
  await typePassphrase(page);
}
