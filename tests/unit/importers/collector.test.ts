import { describe, expect, it } from 'vitest';
import { demo } from '../evidence/fixture';
import { importFiles, only } from './import-drop';
import { writtenFile, writtenItem } from './written-collector';

const certificate = demo('certificates/dc01.contoso.com.cer');
const der = certificate.toString('latin1').includes('-----BEGIN')
  ? Buffer.from(certificate.toString('latin1').replaceAll(/-----[^-]+-----|\s/gu, ''), 'base64')
  : certificate;
const hex = der.toString('hex');
const system = writtenItem('system', [
  { build: 17_763, revision: 5329, productType: 3, installation: 'Server', lastStart: '2026-11-01T03:00:00.0000000Z' },
]);
const kdc = (events: readonly object[]) =>
  writtenItem('events.kdc', [{ log: 'System', since: '2026-11-13T08:15:00.0000000Z', events }]);

describe('the file of a collector', () => {
  it('gives each item with machine, time and who collected it', async () => {
    const result = await importFiles({ 'fs01.json': writtenFile('adfs', [system]) });
    const draft = only(result, 'host.system');
    expect(result.recognised['fs01.json']).toBe('collector');
    expect(draft).toMatchObject({
      target: 'fs01.contoso.com',
      status: 'complete',
      collectedAt: '2026-11-20T08:15:00.123Z',
      data: { host: 'fs01.contoso.com', role: 'adfs', build: 17_763, revision: 5329, isServerCore: false },
    });
    expect(draft.notes?.[0]).toContain('CONTOSO\\jörg, elevated');
  });

  it('is not taken for the output of a cmdlet or of dsregcmd that it holds', async () => {
    const text = writtenFile('adfs', [
      writtenItem('Get-AdfsProperties', [{ HostName: 'fs.contoso.com', TlsClientPort: 49_443, AuditLevel: ['Basic'] }]),
      writtenItem('Get-AdfsRelyingPartyTrust', []),
      writtenItem('Get-AdfsSyncProperties', [
        { Role: 'PrimaryComputer', LastSyncTime: 'unspecified 2026-11-20T08:00:00' },
      ]),
    ]);
    const result = await importFiles({ 'dsregcmd-fs01.json': text });
    expect(result.recognised).toEqual({ 'dsregcmd-fs01.json': 'collector' });
    expect(only(result, 'adfs.properties')).toMatchObject({
      target: 'fs.contoso.com',
      data: { tlsClientPort: 49_443 },
    });
    expect(only(result, 'adfs.entra-trust')).toMatchObject({ target: 'fs.contoso.com', data: { count: 0 } });
    // A date that does not say whether it is local time is not guessed.
    expect(only(result, 'adfs.node-sync').data).toEqual({ host: 'fs01.contoso.com', role: 'PrimaryComputer' });
  });

  it.each([
    ['denied', 'access-denied', 'collector-denied'],
    ['absent', 'not-collected', 'collector-absent'],
    ['failed', 'unreadable', 'collector-failed'],
    ['something else', 'unreadable', 'collector-item-damaged'],
  ])('keeps an item that is %s as a failure', async (status, reason, code) => {
    const item = { name: 'registry', status, error: 'Zugriff verweigert.', right: 'User' };
    const draft = only(await importFiles({ 'dc.json': writtenFile('dc', [system, item]) }), 'host.registry');
    expect(draft).toMatchObject({ target: 'fs01.contoso.com', status: 'failed', failure: { reason, code } });
    expect(draft.data).toBeUndefined();
  });

  it('refuses an item that was changed after it was collected, and keeps the others', async () => {
    const changed = { ...kdc([]), json: '[{"log":"System","events":[{"id":29}]}]' };
    const result = await importFiles({ 'dc.json': writtenFile('dc', [system, changed]) });
    expect(only(result, 'host.events')).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    expect(only(result, 'host.events').failure?.message).toContain('SHA-256');
    expect(only(result, 'host.system').status).toBe('complete');
  });

  it('takes an item without a hash from constrained language, and says so', async () => {
    const { sha256: _, ...unhashed } = kdc([]);
    const draft = only(await importFiles({ 'dc.json': writtenFile('dc', [unhashed]) }), 'host.events');
    expect(draft.status).toBe('complete');
    expect(draft.notes?.join(' ')).toContain('constrained language');
  });

  it.each([
    ['of another version', { version: 2 }, 'version 2'],
    ['without a machine', { host: '' }, 'which machine'],
    ['of no known role', { role: 'constructor' }, 'which machine'],
    ['without a time', { collectedAt: '20.11.2026 08:15' }, 'when it was collected'],
  ])('%s is refused as a whole', async (_, more, sentence) => {
    const { drafts } = await importFiles({ 'x.json': writtenFile('dc', [system], more) });
    expect(drafts.length).toBeGreaterThan(10);
    for (const draft of drafts) {
      expect(draft).toMatchObject({ target: '*', status: 'failed', failure: { reason: 'unreadable' } });
      expect(draft.failure?.message).toContain(sentence);
    }
  });

  it('that is cut off is refused', async () => {
    const { drafts } = await importFiles({ 'x.json': writtenFile('dc', [system]).slice(0, -40) });
    expect(drafts.every(({ status }) => status === 'failed')).toBe(true);
  });

  it('does not follow an item that nests without end', async () => {
    const json = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const object = `[{"values":${json},"absent":[]}]`;
    const result = await importFiles({ 'dc.json': writtenFile('dc', [{ name: 'registry', json: object }, system]) });
    expect(only(result, 'host.registry')).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    expect(only(result, 'host.system').status).toBe('complete');
  });

  it('names items it does not know, whatever they are called', async () => {
    const odd = [{ name: '__proto__', json: '[]' }, { name: 'toString', json: '[]' }, writtenItem('new-thing', [{}])];
    const draft = only(await importFiles({ 'dc.json': writtenFile('dc', [...odd, system]) }), 'host.system');
    expect(draft.notes?.join(' ')).toContain('__proto__, toString, new-thing');
  });
});

describe('items', () => {
  it('of registry values keep what is unset apart from what was not asked for', async () => {
    const item = writtenItem('registry', [
      {
        values: [
          { key: 'HKLM\\A', name: 'Signed', value: -1 },
          { key: 'HKLM\\A', name: 'List', value: ['a', 'b'] },
        ],
        absent: ['HKLM\\A\\Missing'],
      },
    ]);
    expect(only(await importFiles({ 'dc.json': writtenFile('dc', [item]) }), 'host.registry').data).toEqual({
      host: 'fs01.contoso.com',
      values: [
        { key: 'HKLM\\A', name: 'Signed', value: 4_294_967_295 },
        { key: 'HKLM\\A', name: 'List', value: ['a', 'b'] },
      ],
      absent: ['hklm\\a\\missing'],
    });
  });

  it('of events are sorted, by position, and partial when one lacks its number', async () => {
    const events = [
      { id: 29, time: '2026-11-18T10:00:00.0000000Z', level: 3, parameters: ['a', ''] },
      { id: 19, time: '2026-11-19T10:00:00.0000000Z', level: 2, parameters: [] },
    ];
    const whole = only(await importFiles({ 'dc.json': writtenFile('dc', [kdc(events)]) }), 'host.events');
    expect(whole.target).toBe('fs01.contoso.com System');
    expect(whole.data?.events.map(({ id, parameters }) => [id, parameters])).toEqual([
      [19, []],
      [29, ['a', '']],
    ]);
    const lost = only(await importFiles({ 'dc.json': writtenFile('dc', [kdc([...events, {}])]) }), 'host.events');
    expect(lost.status).toBe('partial');
  });

  it('of certificates hold what the holder knows of the key; a damaged one makes the store partial', async () => {
    const good = { der: hex, hasPrivateKey: true, provider: 'Microsoft Platform Crypto Provider', isExportable: false };
    const store = (rows: readonly object[]) => writtenFile('dc', [writtenItem('certificates.machine', rows)]);
    const draft = only(await importFiles({ 'dc.json': store([good]) }), 'host.certificates');
    expect(draft).toMatchObject({ target: 'fs01.contoso.com machine', status: 'complete', data: { store: 'machine' } });
    expect(draft.data?.certificates[0]).toMatchObject({ hasPrivateKey: true, isExportable: false });
    const damaged = only(
      await importFiles({ 'dc.json': store([good, { der: hex.slice(0, 100) }]) }),
      'host.certificates',
    );
    expect([damaged.status, damaged.data?.certificates.length]).toEqual(['partial', 1]);
  });

  it('of the store of a service account are read from the files of its profile', async () => {
    const name = Buffer.from('Microsoft Software Key Storage Provider\0', 'utf16le');
    const info = Buffer.concat([Buffer.from([0, 0, 0, 0, 8, 0, 0, 0]), name]);
    const property = (id: number, value: Buffer): Buffer => {
      const head = Buffer.alloc(12);
      head.writeUInt32LE(id, 0);
      head.writeUInt32LE(1, 4);
      head.writeUInt32LE(value.length, 8);
      return Buffer.concat([head, value]);
    };
    const element = Buffer.concat([property(2, info), property(32, der)]).toString('hex');
    const item = (more: object) =>
      writtenFile('adfs', [writtenItem('certificates.service', [{ owner: 'CONTOSO\\adfssvc$', ...more }])]);
    const draft = only(
      await importFiles({ 'a.json': item({ hasProfile: true, elements: [element] }) }),
      'host.certificates',
    );
    expect(draft.data).toMatchObject({ store: 'service', owner: 'CONTOSO\\adfssvc$' });
    expect(draft.data?.certificates[0]).toMatchObject({
      hasPrivateKey: true,
      provider: 'Microsoft Software Key Storage Provider',
    });
    const none = only(await importFiles({ 'a.json': item({ hasProfile: false, elements: [] }) }), 'host.certificates');
    expect(none.status).toBe('failed');
    const cut = only(
      await importFiles({ 'a.json': item({ hasProfile: true, elements: [element.slice(0, -20)] }) }),
      'host.certificates',
    );
    expect([cut.status, cut.data?.certificates]).toEqual(['partial', []]);
  });

  it('of a CA tell unset restrictions of agents from unreadable ones', async () => {
    const authority = {
      name: 'Contoso CA',
      server: 'ca01.contoso.com',
      editFlags: -1,
      interfaceFlags: 1601,
      disabledExtensions: [],
    };
    const settings = async (more: object, others: Parameters<typeof writtenFile>[1] = []) =>
      only(
        await importFiles({
          'ca.json': writtenFile('ca', [writtenItem('authority', [{ ...authority, ...more }]), ...others]),
        }),
        'ca.settings',
      );
    const free = await settings({ hasEnrollmentAgentRights: false }, [
      writtenItem('administrators', [{ name: 'CONTOSO\\Domänen-Admins', sid: 'S-1-5-21-1-2-3-512' }]),
    ]);
    expect(free).toMatchObject({
      target: 'Contoso CA',
      data: {
        authority: 'ca01.contoso.com\\Contoso CA',
        editFlags: 4_294_967_295,
        disabledExtensions: [],
        enrollmentAgentRights: 'unrestricted',
        localAdministrators: ['CONTOSO\\Domänen-Admins'],
        localAdministratorSids: ['S-1-5-21-1-2-3-512'],
      },
    });
    const denied = await settings({ hasEnrollmentAgentRights: true, enrollmentAgentRights: '00' }, [
      { name: 'administrators', status: 'denied', error: '', right: 'User' },
    ]);
    expect(denied.data?.enrollmentAgentRights).toBeUndefined();
    expect(denied.data?.localAdministrators).toBeUndefined();
    expect(denied.notes?.join(' ')).toContain('administrators was not collected (denied)');
  });

  it('of the database of a CA keep issued and failed requests apart', async () => {
    const rows = [
      {
        RequestID: 8,
        RequesterName: 'CONTOSO\\ada',
        CertificateTemplate: 'WHFBAuthentication',
        Disposition: 20,
        NotAfter: '2027-11-20T08:00:00Z',
        CertificateHash: 'ab cd',
      },
      {
        RequestID: 7,
        RequesterName: 'CONTOSO\\dc01$',
        CertificateTemplate: 'KerberosAuthentication',
        Disposition: 30,
        StatusCode: -2_147_023_174,
      },
    ];
    const draft = only(
      await importFiles({ 'ca.json': writtenFile('ca', [writtenItem('requests', rows)]) }),
      'ca.issued-certificates',
    );
    expect(draft.data?.certificates).toEqual([
      {
        requestId: 8,
        requester: 'CONTOSO\\ada',
        template: 'WHFBAuthentication',
        notAfter: '2027-11-20T08:00:00.000Z',
        thumbprint: 'ABCD',
      },
    ]);
    expect(draft.data?.failures).toEqual([
      { requester: 'CONTOSO\\dc01$', template: 'KerberosAuthentication', status: 0x8007_06ba },
    ]);
  });

  it('of Entra Connect give server, scheduler, connectors, rules, settings and runs', async () => {
    const result = await importFiles({
      'c.json': writtenFile('connect', [
        writtenItem('server', [{ version: '2.5.79.0', serviceAccount: 'CONTOSO\\sync$' }]),
        writtenItem('scheduler', [
          {
            SyncCycleEnabled: true,
            StagingModeEnabled: false,
            CurrentlyEffectiveSyncCycleInterval: '00:30:00',
            NextSyncCycleStartTimeInUTC: '2026-11-20T09:00:00Z',
          },
        ]),
        writtenItem('connectors', [
          {
            name: 'contoso.com',
            type: 'AD',
            user: 'MSOL_1',
            domain: 'contoso.com',
            forest: 'Contoso.com',
            partitions: [
              {
                distinguishedName: 'DC=contoso,DC=com',
                selected: true,
                inclusions: ['DC=contoso,DC=com'],
                exclusions: [],
                objectClasses: ['user'],
              },
            ],
          },
        ]),
        writtenItem('rules', [
          {
            Name: 'Out to AD',
            Direction: 'Outbound',
            Disabled: false,
            IsStandardRule: true,
            attributes: ['msDS-KeyCredentialLink'],
          },
        ]),
        writtenItem('settings', [{ name: 'Microsoft.DeviceWriteBack.Forest', value: 'contoso.com' }]),
        writtenItem('features', [{ name: 'DeviceWriteback', value: true }]),
        writtenItem('password-hash-sync', [{ connector: 'contoso.com', enabled: false }]),
        writtenItem('runs', [{ ConnectorName: 'contoso.com', RunProfileName: 'Delta Import', Result: 'success' }]),
      ]),
    });
    expect(result.drafts.map(({ kind, status }) => `${kind} ${status}`)).toEqual(
      ['server', 'scheduler', 'connectors', 'rules', 'settings', 'runs'].map((kind) => `connect.${kind} complete`),
    );
    expect(only(result, 'connect.scheduler').data).toMatchObject({
      effectiveIntervalSeconds: 1800,
      nextStart: '2026-11-20T09:00:00.000Z',
    });
    expect(only(result, 'connect.connectors').data?.connectors[0]).toMatchObject({
      account: 'contoso.com\\MSOL_1',
      forest: 'contoso.com',
    });
    expect(only(result, 'connect.settings').data).toMatchObject({
      features: { DeviceWriteback: true },
      passwordHashSync: false,
    });
  });

  it('of NDES put registry, limits and pool together', async () => {
    const mscep = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP';
    const result = await importFiles({
      'n.json': writtenFile('ndes', [
        writtenItem('registry', [
          {
            values: [
              { key: mscep, name: 'SignatureTemplate', value: 'AADJ' },
              { key: `${mscep}\\EnforcePassword`, name: 'EnforcePassword', value: 0 },
            ],
            absent: [`${mscep}\\EncryptionTemplate`],
          },
        ]),
        writtenItem('request-limits', [{ maxUrl: 65_534, maxQueryString: 2048 }]),
        { name: 'application-pool', status: 'denied', error: '', right: 'Administrator' },
      ]),
    });
    expect(only(result, 'ndes.server').data).toEqual({
      host: 'fs01.contoso.com',
      signatureTemplate: 'AADJ',
      enforcePassword: false,
      maxUrl: 65_534,
      maxQueryString: 2048,
    });
    expect(only(result, 'host.registry').status).toBe('complete');
  });

  it('of a client hold dsregcmd line by line, its TPM and its user’s certificates', async () => {
    const lines = [
      '+----+',
      '| Device State                                                         |',
      '+----+',
      '',
      '             AzureAdJoined : YES',
      '               Device Name : W11-01.contoso.com',
    ];
    const result = await importFiles({
      'w.json': writtenFile('client', [
        writtenItem('dsregcmd', [{ lines }]),
        system,
        writtenItem('tpm', [{ isPresent: true, isReady: true, specification: '2.0, 0, 1.59' }]),
        writtenItem('certificates.user', [{ owner: 'CONTOSO\\ada', certificates: [] }]),
        writtenItem('connectivity', [{ kind: 'dc-locator', target: 'contoso.com', succeeded: true }]),
      ]),
    });
    expect(only(result, 'client.dsregcmd')).toMatchObject({
      target: 'w11-01.contoso.com',
      data: { fields: { AzureAdJoined: 'YES' } },
    });
    expect(only(result, 'host.system').data?.tpm).toEqual({ isPresent: true, isReady: true, specification: '2.0' });
    expect(only(result, 'host.certificates').data).toMatchObject({
      store: 'user',
      owner: 'CONTOSO\\ada',
      certificates: [],
    });
    expect(only(result, 'host.connectivity').data?.attempts).toHaveLength(1);
  });
});
