import { afterEach, expect, it } from 'vitest';
import adfsProbe from '../../src-main/probes/https/adfs.probe';
import { testAdfs } from '../../src-main/probes/https/test-adfs';
import { type Collected, collectAll, labSources } from './collect-target';
import type { AdfsMode } from './lab';
import { testLab } from './test-lab';

const lab = testLab();
const host = lab.web.adfsHost;

afterEach(() => lab.setAdfs('ok'));

const read = (caFile = lab.caFile): Promise<Collected> =>
  collectAll(adfsProbe, labSources(lab, { caFile, adfs: [{ id: 'fs', host }] }));

it('reads a healthy farm', async () => {
  const { drafts, draft } = await read();
  expect(drafts.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'adfs.tls complete',
    'adfs.openid-configuration complete',
    'adfs.federation-metadata complete',
    'adfs.endpoints complete',
  ]);
  expect(draft('adfs.tls')?.data?.verification).toMatchObject({ trusted: true, nameMatches: true });
  expect(draft('adfs.openid-configuration')?.data?.answers.map(({ capabilities }) => capabilities)).toEqual(
    Array(5).fill(['winhello_cert', 'winhello_cert_kr', 'kdf_ver2']),
  );
  expect(draft('adfs.federation-metadata')?.data).toMatchObject({ host, isAdfs: true, signingCertificates: [{}] });
  expect(
    draft('adfs.endpoints')?.data?.answers.every(({ status, expectedContent }) => status === 200 && expectedContent),
  ).toBe(true);
});

it('knows a missing field from an empty one', async () => {
  await lab.setAdfs('no-capabilities');
  expect((await read()).draft('adfs.openid-configuration')?.data?.answers[0]).not.toHaveProperty('capabilities');
});

it.each<[AdfsMode, 'adfs.openid-configuration' | 'adfs.federation-metadata', string]>([
  ['html', 'adfs.openid-configuration', 'adfs-document-unreadable'],
  ['html', 'adfs.federation-metadata', 'adfs-document-unreadable'],
  ['503', 'adfs.openid-configuration', 'http-status'],
  ['503', 'adfs.federation-metadata', 'http-status'],
  ['huge-xml', 'adfs.federation-metadata', 'http-too-large'],
  ['entity-bomb', 'adfs.federation-metadata', 'adfs-document-unreadable'],
])('says what is wrong with a farm that gives %s (%s)', async (mode, kind, code) => {
  await lab.setAdfs(mode);
  const { draft } = await read();
  expect(draft(kind)).toMatchObject({ status: 'failed', failure: { code } });
  const name = kind === 'adfs.openid-configuration' ? 'openid' : 'metadata';
  expect(draft('adfs.endpoints')?.data?.answers.find((answer) => answer.name === name)).toMatchObject({
    expectedContent: false,
  });
});

it('shows the certificate of a farm it does not trust and reads nothing from it', async () => {
  const { draft } = await read(lab.foreignCaFile);
  expect(draft('adfs.tls')).toMatchObject({
    status: 'complete',
    data: { verification: { trusted: false, nameMatches: true } },
  });
  expect(draft('adfs.openid-configuration')).toMatchObject({
    status: 'failed',
    failure: { code: 'tls-certificate-not-trusted' },
  });
  expect(draft('adfs.federation-metadata')?.status).toBe('failed');
});

it('says that the server knows no such name', async () => {
  const other = 'sts.corp.contoso.test';
  const live = labSources(lab, { adfs: [{ id: 'fs', host: other }], addresses: { [other]: lab.web.address } });
  expect((await collectAll(adfsProbe, live)).failure?.code).toBe('tls-handshake-failed');
});

it('tests the connection', async () => {
  const job = { signal: new AbortController().signal, phase: () => undefined };
  expect(await testAdfs({ id: 'fs', host }, labSources(lab), job)).toEqual({
    ok: true,
    facts: { issuer: `https://${host}/adfs` },
  });
});
