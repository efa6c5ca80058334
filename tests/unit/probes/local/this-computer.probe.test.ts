import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ProbeFailure } from '../../../../src-main/engine/probe';
import { readRegQuery, registryData } from '../../../../src-main/evidence/reg-query';
import type { LocalMachine } from '../../../../src-main/probes/local/local-machine';
import { readThisComputer } from '../../../../src-main/probes/local/read-this-computer';
import { runTool } from '../../../../src-main/probes/local/run-tool';
import thisComputer from '../../../../src-main/probes/local/this-computer.probe';
import type { EvidenceDraft } from '../../../../src-shared/model/evidence';
import { noLiveSources } from '../../../../src-shared/model/plan';
import { growsLinearly } from '../../../support/grows-linearly';
import { fixtureText } from '../../evidence/fixture';
import { utf16, wevtutilExport } from '../../importers/written-events';
import { type KeyAndCertificate, selfSigned } from '../servers/authority';
import { onlyTarget, targetsOf, visit } from '../servers/run-probe';
import { fakeWindows, type ToolScript } from './fake-windows';

const registration = 'Microsoft-Windows-User Device Registration/Admin';
const hello = 'Microsoft-Windows-HelloForBusiness/Operational';
const entra = 'Microsoft-Windows-AAD/Operational';
const policies = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\PassportForWork';
const collectedAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

let machineCertificate: KeyAndCertificate;
let userCertificate: KeyAndCertificate;
beforeAll(async () => {
  [machineCertificate, userCertificate] = await Promise.all([selfSigned('machine'), selfSigned('user')]);
});

const property = (id: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(value.length, 8);
  return Buffer.concat([head, value]);
};
/** A certificate as Windows keeps it, with the provider of its key. */
function stored({ cert }: KeyAndCertificate, provider?: string): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt32LE(28, 0);
  head.writeUInt32LE(30, 4);
  const key =
    provider === undefined ? [] : [property(2, Buffer.concat([head, Buffer.from(`\0${provider}\0`, 'utf16le')]))];
  return Buffer.concat([...key, property(32, new X509Certificate(cert).raw)]);
}
const thumbprintOf = ({ cert }: KeyAndCertificate): string => new X509Certificate(cert).fingerprint.replaceAll(':', '');

/** The tools of a hybrid joined client; `more` comes before what they usually answer. */
function client(more: Readonly<Record<string, readonly ToolScript[]>> = {}): LocalMachine {
  const usual: Readonly<Record<string, readonly ToolScript[]>> = {
    'dsregcmd.exe': [{ output: fixtureText('samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt') }],
    'whoami.exe': [{ output: '"Mandatory Label\\Medium Mandatory Level","Label","S-1-16-8192",""\r\n' }],
    'reg.exe': [
      {
        when: '*HKLM*PassportForWork',
        output: `\r\n${policies}\r\n    Enabled    REG_DWORD    0x1\r\n    UseCertificateForOnPremAuth    REG_DWORD    0x1\r\n\r\n${policies}\\PINComplexity\r\n`,
      },
      {
        when: '*CurrentVersion',
        output:
          '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\r\n    CurrentBuildNumber    REG_SZ    26100\r\n    UBR    REG_DWORD    0x1bcd\r\n    EditionID    REG_SZ    Enterprise\r\n    InstallationType    REG_SZ    Client\r\n',
      },
      { when: '*ProductOptions', output: '\r\nHKEY_LOCAL_MACHINE\\X\r\n    ProductType    REG_SZ    WinNT\r\n' },
      {
        when: '*SystemCertificates*',
        output: `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates\\AB\r\n    Blob    REG_BINARY    ${stored(machineCertificate, 'Microsoft Platform Crypto Provider').toString('hex').toUpperCase()}\r\n`,
      },
      { when: 'query HKLM\\SOFTWARE', output: '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\r\n' },
      { when: 'query HKCU\\SOFTWARE', output: '\r\nHKEY_CURRENT_USER\\SOFTWARE\\Policies\r\n' },
      { when: 'query HK*\\Microsoft', output: '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\r\n' },
      {
        when: 'query HK*\\Windows',
        output: '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\System2\r\n',
      },
      { code: 1 },
    ],
    'wevtutil.exe': [
      {
        when: '*User?Device*',
        output: utf16(
          wevtutilExport([
            { id: 300, time: collectedAgo(60), log: registration, provider: 'p', computer: 'PC0417.contoso.com' },
            { id: 360, time: collectedAgo(5), log: registration, provider: 'p', data: ['x', 'ü'] },
          ]),
        ),
      },
      { output: '' },
    ],
  };
  const tools = Object.fromEntries(
    Object.entries(usual).map(([tool, scripts]) => [tool, [...(more[tool] ?? []), ...scripts]]),
  );
  return fakeWindows(tools, { one: stored(userCertificate, 'Microsoft Passport Key Storage Provider') });
}

async function read(machine: LocalMachine, signal = new AbortController().signal): Promise<Map<string, EvidenceDraft>> {
  const drafts = new Map<string, EvidenceDraft>();
  for await (const draft of readThisComputer(machine, { signal, progress: () => undefined }))
    drafts.set(`${draft.kind} ${draft.target}`, draft);
  return drafts;
}

describe('this computer', () => {
  it('is read as a client with what its own tools print', async () => {
    const drafts = await read(client());
    expect([...drafts.values()].map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'client.dsregcmd complete',
      'host.system complete',
      'host.registry complete',
      ...['host.events complete', 'host.events complete', 'host.events complete'],
      'host.certificates complete',
      'host.certificates complete',
    ]);
    expect(drafts.get('client.dsregcmd pc0417')).toMatchObject({
      data: { fields: { AzureAdJoined: 'YES' } },
      notes: [expect.stringContaining('without the rights of an administrator')],
    });
    expect(drafts.get('host.system pc0417')?.data).toEqual({
      host: 'pc0417',
      role: 'client',
      build: 26100,
      revision: 7117,
      productType: 1,
      edition: 'Enterprise',
      isServerCore: false,
    });
    expect(drafts.get('host.certificates pc0417 machine')).toMatchObject({
      data: {
        certificates: [
          {
            certificate: { thumbprint: thumbprintOf(machineCertificate) },
            hasPrivateKey: true,
            provider: 'Microsoft Platform Crypto Provider',
          },
        ],
      },
    });
    expect(drafts.get('host.certificates pc0417 user')).toMatchObject({
      data: {
        owner: 'CONTOSO\\imke.brandt',
        certificates: [{ certificate: { thumbprint: thumbprintOf(userCertificate) } }],
      },
    });
  });

  it('tells values that are set from those that are not', async () => {
    const data = (await read(client())).get('host.registry pc0417')?.data;
    expect(data).toMatchObject({
      values: [
        { key: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork', name: 'Enabled', value: 1 },
        { name: 'UseCertificateForOnPremAuth', value: 1 },
      ],
      absent: expect.arrayContaining([
        'hklm\\software\\policies\\microsoft\\passportforwork\\requiresecuritydevice',
        'hkcu\\software\\policies\\microsoft\\passportforwork\\enabled',
        'hklm\\software\\microsoft\\windows\\currentversion\\cdj\\aad\\tenantid',
      ]),
    });
  });

  it('does not take a key it may not read for one that is not there', async () => {
    const listing = `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\PassportForWork\r\n`;
    const drafts = await read(
      client({
        'reg.exe': [
          { when: '*HKLM*PassportForWork', code: 1 },
          { when: 'query HKLM*Policies?Microsoft', output: listing },
        ],
      }),
    );
    expect(drafts.get('host.registry pc0417')).toMatchObject({
      status: 'failed',
      failure: { reason: 'access-denied', code: 'registry-denied' },
    });
    expect(drafts.get('host.system pc0417')?.status).toBe('complete');
  });

  it('reads events by number and parameters, and knows an empty log from one it may not read', async () => {
    const drafts = await read(client({ 'wevtutil.exe': [{ when: '*AAD*', code: 5 }] }));
    expect(drafts.get(`host.events pc0417 ${registration}`)).toMatchObject({
      status: 'complete',
      data: { host: 'pc0417', log: registration, events: [{ id: 360, parameters: ['x', 'ü'] }, { id: 300 }] },
    });
    expect(drafts.get(`host.events pc0417 ${hello}`)).toMatchObject({ status: 'complete', data: { events: [] } });
    expect(drafts.get(`host.events pc0417 ${entra}`)).toMatchObject({
      status: 'failed',
      failure: { reason: 'access-denied', code: 'event-log-denied' },
    });
  });

  it('keeps what it has of a log that is cut off', async () => {
    const text = wevtutilExport([
      { id: 300, time: collectedAgo(60), log: registration, provider: 'p' },
      { id: 360, time: collectedAgo(5), log: registration, provider: 'p' },
    ]);
    const drafts = await read(
      client({ 'wevtutil.exe': [{ when: '*User?Device*', output: utf16(text.slice(0, -40)) }] }),
    );
    expect(drafts.get(`host.events pc0417 ${registration}`)).toMatchObject({
      status: 'partial',
      data: { events: [{ id: 300 }] },
      failure: { code: 'event-log-damaged' },
    });
  });

  it('goes on without a tool that is missing or says nothing of use', async () => {
    const machine = client({ 'dsregcmd.exe': [{ output: 'dsregcmd is not known here' }] });
    const drafts = await read(machine);
    expect(drafts.get('client.dsregcmd pc0417')).toMatchObject({
      status: 'failed',
      failure: { code: 'dsregcmd-unreadable' },
    });
    expect(drafts.get('host.system pc0417')?.status).toBe('complete');
    const without = await read({ ...machine, tools: `${machine.tools}/none` });
    expect([...without.values()].filter(({ status }) => status === 'failed')).toHaveLength(7);
    expect(without.get('host.system pc0417')).toMatchObject({ failure: { code: 'tool-missing' } });
    expect(without.get('host.certificates pc0417 user')?.status).toBe('complete');
  });

  it('says whose state was read, elevated or not', async () => {
    const elevated = '"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""\r\n';
    const drafts = await read(client({ 'whoami.exe': [{ output: elevated }] }));
    expect(drafts.get('client.dsregcmd pc0417')?.notes).toEqual([
      expect.stringContaining('with the rights of an administrator'),
    ]);
  });

  it('says why it does not apply elsewhere, and takes nothing away from clients that were imported', async () => {
    const live = { ...noLiveSources, thisComputer: true };
    const target = onlyTarget(targetsOf(thisComputer, live));
    expect(targetsOf(thisComputer, noLiveSources)).toEqual([]);
    if (process.platform === 'win32') return;
    const run = await visit(thisComputer, target, live);
    expect(run.drafts).toEqual([]);
    expect(run.failure).toMatchObject({ code: 'only-on-windows' });
    expect(thisComputer.gives(target)).toEqual([]);
  });

  it('ends with the run', async () => {
    const cancel = new AbortController();
    const reading = read(client({ 'dsregcmd.exe': [{ run: 'sleep 30' }] }), cancel.signal);
    setTimeout(() => cancel.abort(), 200);
    await expect(reading).rejects.toBeInstanceOf(ProbeFailure);
  });
});

describe('a tool', () => {
  const run = (run: string, more: { readonly deadline?: number; readonly limit?: number } = {}) => {
    const { tools } = fakeWindows({ 'tool.exe': [{ run }] });
    const signal = new AbortController().signal;
    return runTool({
      folder: tools,
      tool: 'tool.exe',
      args: ['a b', '$(id)'],
      signal,
      deadline: 5000,
      limit: 1000,
      ...more,
    });
  };
  it('gets its arguments as they are, without a shell', async () => {
    expect((await run('printf "%s|" "$@"; exit 3')).output.toString()).toBe('a b|$(id)|');
    expect((await run('exit 3')).code).toBe(3);
  });
  it('is ended when it takes too long or prints too much', async () => {
    await expect(run('sleep 30', { deadline: 200 })).rejects.toMatchObject({ failure: { code: 'tool-timed-out' } });
    await expect(run('yes')).rejects.toMatchObject({ failure: { code: 'tool-too-much' } });
  });
});

describe('readRegQuery', () => {
  it('reads every type, names with spaces and lines that are none', () => {
    const text =
      '\r\nHKEY_CURRENT_USER\\Software\\A b\r\n    (Standard)    REG_SZ    \r\n    Two words    REG_DWORD    0xffffffff\r\n    List    REG_MULTI_SZ    one\\0two\r\n    Bytes    REG_BINARY    0AFF\r\n    None    REG_NONE\r\nEnde der Suche: 5 Übereinstimmungen\r\n';
    const { keys, values } = readRegQuery(text);
    expect(keys).toEqual(['HKEY_CURRENT_USER\\Software\\A b']);
    expect(values.map((value) => [value.name, registryData(value)])).toEqual([
      ['(Standard)', ''],
      ['Two words', 4294967295],
      ['List', ['one', 'two']],
      ['Bytes', 'hex:0aff'],
      ['None', ''],
    ]);
  });
  it.each(['a    REG_ ', '    x', '    x\r\n'])('takes no longer than the text is long: %j', (part) =>
    growsLinearly((size) => `HKEY_USERS\r\n    ${part.repeat(size)}`, readRegQuery, { to: 200_000 }),
  );
});
