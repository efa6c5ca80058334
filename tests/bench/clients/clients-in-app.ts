import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { appendObjects } from '../../../src-main/store/findings';
import { latestJudgement } from '../../../src-main/store/runs';
import { noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';
import { startApp } from '../../support/electron-app';
import { writeFleet } from '../../support/fleet-files';
import { eventLoopDelay, longestTurn } from '../app-figures';
import { passphrase, runInAppThen } from '../app-run';
import { readTurns, type TurnFigures, watchTurns } from '../main-turns';
import type { Measured } from '../measurement';

const [clients, objects] = [5000, 50_000];
const details = { customer: 'Contoso', title: 'Fleet', consultant: 'Ada', classification: 'Confidential' };
/** A check that 50,000 objects are added to. */
const largeCheck = 'DEV-013';

/** The app importing and judging the dsregcmd output of 5,000 clients, then its screens over them and a finding of 50,000 objects. */
export async function measureClientsInApp(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'preflight-fleet-'));
  const calls: Measured[] = [];
  try {
    await writeFleet(folder, clients, new Date());
    const run = { details, scope: defaultScope, live: noLiveSources, imports: [folder] };
    const figures = await runInAppThen(run, async (userData, engagement) => {
      await addObjects(engagement);
      for (const [name, turns] of await measureScreens(userData, engagement)) calls.push(longestTurn(name, turns));
    });
    const what = `over ${clients} clients`;
    return [eventLoopDelay(what, figures), longestTurn(`during a run ${what}`, figures.turns), ...calls];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function addObjects(engagement: string): Promise<void> {
  const file = await openEngagement(engagement, passphrase);
  try {
    const runId = latestJudgement(file)?.runId;
    if (runId === undefined) throw new Error('The run was not judged');
    const many = Array.from({ length: objects }, (_, index) => ({
      ...{
        id: `S-1-5-21-1-2-3-${index}`,
        kind: 'computer' as const,
        name: `CN=PC${index},OU=Clients,DC=contoso,DC=com`,
      },
      ...{ outcome: 'fail' as const, note: 'The device has not registered.' },
    }));
    await appendObjects(file, runId, largeCheck, many);
  } finally {
    closeEngagement(file);
  }
}

/** What each screen asks for when it opens, one call after the other, each in an app that was just started. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'when Clients opens': (page) =>
    page.evaluate(async () => {
      const answer = await window.bridge.clients.overview({});
      if (!answer.ok) throw new Error(answer.error.message);
      const [group] = answer.value.overview.groups;
      if (group === undefined) throw new Error('There are no clients');
      const members = await window.bridge.clients.members({ group: group.id, search: '', offset: 0, limit: 100 });
      if (!members.ok || members.value.total === 0) throw new Error('The group is empty');
    }),
  'when Findings opens': (page) =>
    page.evaluate(async () => {
      const filter = { areas: [], steps: [], outcomes: [], severities: [], countedAs: [], standings: [], search: '' };
      const answer = await window.bridge.findings.list({ filter, sort: { by: 'urgency', descending: false } });
      if (!answer.ok || answer.value.rows.length < 200) throw new Error('There are no findings');
      const readiness = await window.bridge.findings.readiness({});
      if (!readiness.ok) throw new Error(readiness.error.message);
    }),
  'when a finding of 50,000 objects opens': (page) =>
    page.evaluate(async (checkId) => {
      const detail = await window.bridge.findings.detail({ checkId });
      if (!detail.ok) throw new Error(detail.error.message);
      const query = { checkId, search: '', outcomes: [], offset: 0, limit: 200 };
      const found = await window.bridge.findings.objects({ ...query, search: 'PC4999' });
      if (!found.ok) throw new Error(found.error.message);
      const listed = await window.bridge.findings.objects({ ...query, offset: 40_000 });
      if (!listed.ok || listed.value.total < 50_000) throw new Error('There are no objects');
    }, largeCheck),
  'when Evidence opens': (page) =>
    page.evaluate(async () => {
      const ids: string[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const answer: Awaited<ReturnType<typeof window.bridge.evidence.list>> = await window.bridge.evidence.list({
          after,
        });
        if (!answer.ok) throw new Error(answer.error.message);
        ids.push(...answer.value.records.map(({ id }) => id));
        after = answer.value.next;
      }
      const [id] = ids;
      if (id === undefined || ids.length < 5000) throw new Error('There is no evidence');
      const view = await window.bridge.evidence.view({ id });
      if (!view.ok) throw new Error(view.error.message);
    }),
};

async function measureScreens(userData: string, engagement: string): Promise<readonly [string, TurnFigures][]> {
  const figures: [string, TurnFigures][] = [];
  for (const [name, open] of Object.entries(screens)) {
    const app = await startApp(userData);
    try {
      await app.page.evaluate(
        async ([path, passphrase]) => {
          const opened = await window.bridge.library.open({ path, passphrase });
          if (!opened.ok) throw new Error(opened.error.message);
        },
        [engagement, passphrase] as const,
      );
      await watchTurns(app.electron);
      await open(app.page);
      figures.push([name, await readTurns(app.electron)]);
    } finally {
      await app.kill();
    }
  }
  return figures;
}
