import type { Page } from 'playwright';
import type { Lab } from '../lab/lab.ts';
import { labSources, makeEngagement, openEngagement } from './engagements';
import { expect, test } from './fixtures';
import { agreeAndRun, dialog, goTo, shown } from './screens';

const targets = (page: Page) => page.getByRole('region', { name: 'Targets' });
const rowOf = (page: Page, name: string) => targets(page).getByRole('row', { name });

/** Opens an engagement whose domain controller takes connections and never answers, and runs until everything else is read. */
async function runUntilOneHangs(page: Page, lab: Lab): Promise<void> {
  await makeEngagement(page, labSources(lab));
  await openEngagement(page);
  await shown(page, 'consent');
  await lab.pauseDc();
  await agreeAndRun(page, lab);
  await expect(rowOf(page, `${lab.web.adfsHost} (AD FS)`)).toContainText('Collected');
  await expect(rowOf(page, '(SYSVOL)')).toContainText('Collected');
  await expect(rowOf(page, `${lab.dc.hostName} (LDAPS)`)).toContainText('Reading');
}

const evidenceOf = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.bridge.evidence.list({ after: 0 });
    return answer.ok ? answer.value.records.map(({ id, kind }) => ({ id, kind })) : [];
  });

test('a killed app has everything it showed as collected, and continues with the rest only', async ({ start, lab }) => {
  const first = await start();
  await runUntilOneHangs(first.page, lab);
  const before = await evidenceOf(first.page);
  expect(before.map(({ kind }) => kind)).toContain('adfs.federation-metadata');
  await first.kill();
  await lab.resumeDc();

  const { page } = await start({ userData: first.userData });
  await openEngagement(page);
  await shown(page, 'run');
  await expect(page.getByRole('heading', { name: 'The run was cut short' })).toBeVisible();
  await expect(page.getByText(/2 of 3 targets were collected before the app stopped at \d\d:\d\d/u)).toBeVisible();
  await expect(rowOf(page, '(AD FS)')).toContainText('Collected');
  await expect(rowOf(page, '(LDAPS)')).toContainText('The app stopped while this was being read.');
  expect(await evidenceOf(page)).toEqual(before);

  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const { userPrincipalName, password } = lab.users.reader;
  await dialog(page)
    .getByRole('textbox', { name: `Password of ${userPrincipalName}` })
    .fill(password);
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'The run has ended' })).toBeVisible({ timeout: 60_000 });
  await expect(rowOf(page, '(LDAPS)')).toContainText('Collected');
  const after = await evidenceOf(page);
  expect(after.slice(0, before.length)).toEqual(before);
  const added = after.slice(before.length).map(({ kind }) => kind);
  expect(added).toContain('ad.domain-controllers');
  expect(added.filter((kind) => kind.startsWith('adfs.') || kind === 'policy.registry')).toEqual([]);
  await goTo(page, 'overview');
  await expect(page.getByText(/^Fabrikam cannot deploy/u)).toBeVisible();
});

test('after a kill what is there can be judged, and what was not read stays unknown', async ({ start, lab }) => {
  const first = await start();
  await runUntilOneHangs(first.page, lab);
  await first.kill();

  const { page } = await start({ userData: first.userData });
  await openEngagement(page);
  await shown(page, 'run');
  await page.getByRole('button', { name: 'Judge what is there' }).click();
  await expect(page.getByRole('button', { name: 'See findings' })).toBeVisible();
  const outcomes = await page.evaluate(async () => {
    const answer = await window.bridge.findings.list({
      filter: { areas: [], steps: [], outcomes: [], severities: [], countedAs: [], standings: [], search: '' },
      sort: { by: 'id', descending: false },
    });
    return answer.ok ? Object.fromEntries(answer.value.rows.map((row) => [row.checkId, row.outcome])) : {};
  });
  expect(outcomes['FED-013']).toBe('pass');
  for (const read of ['DIR-015', 'PKI-010', 'PKI-026', 'DEV-013']) expect(outcomes[read], read).toBe('unknown');
});

test('closing the window in the middle of a run keeps what was collected', async ({ start, lab }) => {
  const first = await start();
  await runUntilOneHangs(first.page, lab);
  const before = await evidenceOf(first.page);
  expect(await first.close()).toBe(0);
  expect(first.log()).not.toMatch(/^\S+ error /mu);

  const { page } = await start({ userData: first.userData });
  await openEngagement(page);
  await shown(page, 'overview');
  await goTo(page, 'run');
  await expect(page.getByRole('heading', { name: 'The run was cancelled' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
  expect((await evidenceOf(page)).slice(0, before.length)).toEqual(before);
});
