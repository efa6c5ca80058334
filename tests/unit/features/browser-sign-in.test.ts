import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { draftOfPlan } from '../../../src-main/features/library/new-draft';
import { runAssessment } from '../../../src-main/features/run/assess';
import { spawnNodeHost } from '../../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../../src-main/host/supervisor';
import { listEvidence } from '../../../src-main/store/evidence';
import { planSchema, proxyCredential } from '../../../src-shared/model/plan';
import { bundleForNode } from '../../support/child-process';
import { newEngagement } from '../../support/engagement';
import { signInWithBrowser } from '../probes/graph/browser';
import { entraServer, secrets } from '../probes/graph/entra-server';
import { createAuthority } from '../probes/servers/authority';
import { proxyServer } from '../probes/servers/proxy-server';

const clouds = ['login.microsoftonline.com', 'graph.microsoft.com'];

let entry: string;
beforeAll(async () => {
  entry = await bundleForNode('src-main/host/host.ts');
});

/** The real host with the real names of the cloud; a proxy with a view of its own leads both to a server of the test. */
test('a run opens the sign-in page, reads the tenant through a proxy and keeps neither password nor token', async () => {
  const authority = await createAuthority('Test Root');
  const server = await entraServer(await authority.issue({ names: clouds }));
  const proxy = await proxyServer({ account: 'reader:proxy-secret', onward: server.web.port });
  const plan = planSchema.parse({
    schema: 1,
    details: { customer: 'Contoso' },
    live: {
      entra: [{ id: 'contoso', tenant: 'contoso.com', signIn: 'browser', areas: [] }],
      proxy: { host: '127.0.0.1', port: proxy.port, user: 'reader' },
      caFile: authority.caFile,
    },
  });
  const file = await newEngagement(draftOfPlan(plan));
  const host = createHostSupervisor({ spawn: spawnNodeHost(entry), log: () => undefined });
  onTestFinished(async () => {
    host.close();
    await Promise.all([server.web.close(), proxy.close()]);
  });
  const opened: string[] = [];
  const run = await runAssessment({
    file,
    host,
    mode: 'new',
    credentials: [{ source: proxyCredential, password: 'proxy-secret' }],
    collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
    catalogueVersion: '2026.11.0',
    onProgress: () => undefined,
    openAddress: (url) => {
      opened.push(url);
      void signInWithBrowser(url, authority.caFile, String(server.web.port));
    },
    signal: new AbortController().signal,
  });
  expect(run.targets.map(({ state, failure }) => [state, failure?.message])).toEqual([['done', undefined]]);
  expect(opened).toEqual([
    expect.stringMatching(/^https:\/\/login\.microsoftonline\.com\/contoso\.com\/oauth2\/v2\.0\/authorize\?/u),
  ]);
  expect([...new Set(proxy.requests)].sort()).toEqual(clouds.map((name) => `CONNECT ${name}:443`).sort());
  const kept = JSON.stringify([run, await listEvidence(file)]);
  expect((await listEvidence(file)).some(({ kind, status }) => kind === 'entra.users' && status === 'complete')).toBe(
    true,
  );
  for (const secret of ['proxy-secret', ...Object.values(secrets)]) expect(kept).not.toContain(secret);
});
