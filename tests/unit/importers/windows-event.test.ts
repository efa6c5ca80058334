import { describe, expect, it } from 'vitest';
import kdcCheck from '../../../src-main/checks/pki/pki-011-kdc-events.check';
import logsCheck from '../../../src-main/checks/prv/prv-011-client-logs.check';
import signInCheck from '../../../src-main/checks/prv/prv-016-certificate-sign-in.check';
import adfsCheck from '../../../src-main/checks/ra/ra-011-event-log.check';
import { judge, record } from '../checks/check-cases';
import { controllersOf, dc1 } from '../checks/pki/controllers';
import { type DropResult, importFiles, only } from './import-drop';
import { utf16, viewerExport, type WrittenEvent, wevtutilExport } from './written-events';

const registration = 'Microsoft-Windows-User Device Registration/Admin';
const kdcProvider = 'Microsoft-Windows-Kerberos-Key-Distribution-Center';
const client = {
  log: registration,
  provider: 'Microsoft-Windows-User Device Registration',
  computer: 'PC0417.contoso.com',
};
const refused: WrittenEvent = {
  ...client,
  id: 362,
  time: '2026-11-20T07:12:33.1234567Z',
  record: 41,
  level: 3,
  data: [
    'Die Bereitstellung wird nicht gestartet.',
    'Ja',
    'Ja',
    'Ja',
    'Ja',
    'Ja',
    'Ja',
    'Ja',
    'Nicht getestet',
    'Nein ( 1 : StateNoPolicy )',
    'Nein',
    'enrollment authority',
  ],
  rendered: 'Die Bereitstellung von Windows Hello for Business wird nicht gestartet.',
};

/** The System log of a domain controller since November 14: one event an hour, of others than the KDC. */
const systemLog = (...events: readonly WrittenEvent[]): readonly WrittenEvent[] => [
  ...Array.from({ length: 190 }, (_, hour): WrittenEvent => {
    const time = new Date(Date.parse('2026-11-14T12:00:00Z') + hour * 3_600_000).toISOString();
    return { id: 7036, time, record: 1000 + hour, log: 'System', provider: 'Service Control Manager' };
  }),
  ...events,
];
const kdcEvent = (id: number, record: number): WrittenEvent => ({
  id,
  time: '2026-11-22T10:30:00Z',
  record,
  log: 'System',
  provider: kdcProvider,
  level: 2,
});

/** Drafts as the engine would store them. */
const evidenceOf = ({ drafts }: DropResult) =>
  drafts.map(({ kind, target, data, status }) => {
    if (kind !== 'host.events' || data === undefined || !('events' in data)) throw new Error('Not a log that was read');
    return record(kind, target, data, { status });
  });

describe('event logs as XML', () => {
  it.each([
    ['of wevtutil', wevtutilExport([refused])],
    ['of Event Viewer', viewerExport([refused])],
    ['of wevtutil through PowerShell', utf16(wevtutilExport([refused]))],
    ['with big-endian UTF-16', Buffer.from(utf16(viewerExport([refused]))).swap16()],
  ])('%s are read by number and position, whatever the language', async (_, content) => {
    const draft = only(await importFiles({ 'log.xml': content }), 'host.events');
    expect(draft).toMatchObject({
      target: `pc0417.contoso.com ${registration}`,
      status: 'complete',
      data: {
        host: 'pc0417.contoso.com',
        log: registration,
        provider: 'Microsoft-Windows-User Device Registration',
        since: '2026-11-20T07:12:33.123Z',
        until: '2026-11-20T07:12:33.123Z',
        events: [{ id: 362, level: 3, parameters: { 9: 'Nein ( 1 : StateNoPolicy )', 11: 'enrollment authority' } }],
      },
    });
    expect(JSON.stringify(draft.data)).not.toContain('von Windows Hello');
  });

  it('of many machines in many files are one record a machine and log', async () => {
    const at = (computer: string, id: number, record: number): WrittenEvent => ({
      ...client,
      computer,
      id,
      record,
      time: `2026-11-20T07:00:${record}Z`,
    });
    const result = await importFiles({
      'a.xml': wevtutilExport([at('PC1', 300, 10), at('PC2', 304, 20), at('PC1', 358, 11)]),
      'b.xml': viewerExport([at('PC1', 358, 11), at('PC1', 360, 12)]),
    });
    expect(result.drafts.map(({ target }) => target)).toEqual([`pc1 ${registration}`, `pc2 ${registration}`]);
    expect(result.drafts[0]).toMatchObject({
      data: { events: [{ id: 360 }, { id: 358 }, { id: 300 }], since: '2026-11-20T07:00:10.000Z' },
    });
    expect(result.drafts[0]?.notes).toContain('Put together from 2 files.');
  });

  it('of AD FS are read although they hold an element of the same name', async () => {
    const event: WrittenEvent = {
      id: 1021,
      time: '2026-11-21T12:00:00Z',
      record: 5,
      log: 'AD FS/Admin',
      provider: 'AD FS',
      computer: 'fs01.contoso.com',
      isAdfs: true,
      data: ['MSIS9368: ugs', 'x'],
    };
    const result = await importFiles({ 'adfs.xml': wevtutilExport([event, { ...event, record: 6 }]) });
    expect(only(result, 'host.events').data).toMatchObject({
      events: [{ parameters: ['MSIS9368: ugs', 'x'] }, { id: 1021 }],
    });
    expect(judge(adfsCheck, { evidence: evidenceOf(result) })).toMatchObject({
      outcome: 'warning',
      objects: [{ id: 'host:fs01.contoso.com' }],
    });
  });

  it('keep the newest events of a log and say so', async () => {
    const many = Array.from(
      { length: 12_000 },
      (_, index): WrittenEvent => ({
        ...client,
        id: 304,
        record: index + 1,
        time: new Date(Date.parse('2026-11-01T00:00:00Z') + index * 1000).toISOString(),
      }),
    );
    const { data, notes } = only(await importFiles({ 'log.xml': viewerExport(many) }), 'host.events');
    expect([data?.events.length, data?.events[0]?.time, data?.since]).toEqual([
      5000,
      '2026-11-01T03:19:59.000Z',
      '2026-11-01T01:56:40.000Z',
    ]);
    expect(notes?.[0]).toContain('Of 12000 events');
  });
});

describe('logs that providers share', () => {
  const judgeKdc = async (events: readonly WrittenEvent[]) =>
    judge(kdcCheck, {
      evidence: [controllersOf([dc1]), ...evidenceOf(await importFiles({ 'system.xml': viewerExport(events) }))],
    });

  it('give the events of the KDC, and their absence only when the export is whole', async () => {
    expect(await judgeKdc(systemLog())).toMatchObject({ outcome: 'pass' });
    expect(await judgeKdc(systemLog(kdcEvent(29, 1190)))).toMatchObject({ outcome: 'fail' });
    expect(await judgeKdc(systemLog().filter(({ record = 0 }) => record % 7 !== 0))).toMatchObject({
      outcome: 'unknown',
    });
    expect(await judgeKdc(systemLog().slice(0, 100))).toMatchObject({ outcome: 'unknown' });
    expect(await judgeKdc([kdcEvent(29, 1190)])).toMatchObject({ outcome: 'fail' });
    expect(await judgeKdc([{ ...kdcEvent(29, 1), provider: 'Service Control Manager' }])).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('keep Kerberos of the client apart', async () => {
    const { drafts } = await importFiles({
      'system.xml': viewerExport([{ ...kdcEvent(107, 1), provider: 'Microsoft-Windows-Security-Kerberos' }]),
    });
    expect(drafts.map(({ target, facts }) => [target, facts])).toEqual([
      ['dc01.contoso.com System', 0],
      ['dc01.contoso.com System Microsoft-Windows-Security-Kerberos', 1],
    ]);
  });

  it('keep sign-ins by certificate of the security log only', async () => {
    const signIn = (type: string, record: number): WrittenEvent => ({
      id: 4768,
      time: '2026-11-22T10:30:00Z',
      record,
      log: 'Security',
      provider: 'Microsoft-Windows-Security-Auditing',
      data: [
        'imke.brandt',
        'CONTOSO',
        'S-1-5-21-1',
        'krbtgt',
        'S-1-5-21-2',
        '0x40810010',
        '0x0',
        '0x12',
        type,
        '::ffff:10.0.0.5',
        '0',
        'Contoso Issuing CA 1',
        '610000',
        'AB',
      ],
    });
    const { data } = only(
      await importFiles({ 's.xml': viewerExport([signIn('2', 1), signIn('16', 2)]) }),
      'host.events',
    );
    expect(data?.events).toHaveLength(1);
  });
});

describe('logs of provisioning and sign-in', () => {
  const attempt = (log: string, id: number, record: number): WrittenEvent => ({
    ...client,
    log,
    id,
    record,
    time: `2026-11-20T07:0${record % 10}:00Z`,
  });
  const hello = 'Microsoft-Windows-HelloForBusiness/Operational';

  it('show how the last attempt of a client ended', async () => {
    const good = [attempt(registration, 358, 11), attempt(registration, 300, 12)];
    // The log of Hello was read from before the key was registered on.
    const enrolled = [attempt(hello, 3054, 20), attempt(hello, 5000, 21), attempt(hello, 3066, 23)];
    const outcomeOf = async (events: readonly WrittenEvent[]) =>
      judge(logsCheck, { evidence: evidenceOf(await importFiles({ 'client.xml': utf16(wevtutilExport(events)) })) })
        .outcome;
    expect(await outcomeOf([...good, ...enrolled])).toBe('unknown');
    expect(await outcomeOf([...good, ...enrolled.slice(0, 2), attempt(hello, 5001, 22), ...enrolled.slice(2)])).toBe(
      'pass',
    );
    expect(await outcomeOf([...good, { ...refused, record: 13 }])).toBe('fail');
  });

  it('show that a domain controller refused a certificate', async () => {
    const data = [
      'imke.brandt',
      'S-1-5-21-1-2-3-1187',
      'krbtgt/CONTOSO',
      '0x40810010',
      '0x3e',
      '16',
      '::1',
      '0',
      '',
      '',
      '',
    ];
    const event: WrittenEvent = {
      id: 4771,
      time: '2026-11-22T10:30:00Z',
      record: 2,
      log: 'Security',
      provider: 'Microsoft-Windows-Security-Auditing',
      data,
    };
    const evidence = evidenceOf(await importFiles({ 's.xml': viewerExport([event]) }));
    expect(judge(signInCheck, { evidence })).toMatchObject({
      outcome: 'fail',
      objects: [{ id: 'S-1-5-21-1-2-3-1187' }],
    });
  });
});

describe('event logs that cannot be read', () => {
  it('in the format of Windows are refused with the command to turn them', async () => {
    const draft = only(
      await importFiles({ 'Security.evtx': Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(5000)]) }),
      'host.events',
    );
    expect(draft).toMatchObject({
      target: '*',
      status: 'failed',
      failure: {
        code: 'event-log-binary',
        next: expect.stringContaining('wevtutil qe "Security.evtx" /lf:true /f:xml'),
      },
    });
  });

  it.each([
    ['without events', '<?xml version="1.0"?><Events></Events>', 'no event'],
    ['of other logs', viewerExport([{ ...refused, log: 'Application' }]), 'of Application'],
  ])('%s leave a reason', async (_, content, words) => {
    const { status, target, failure } = only(await importFiles({ 'log.xml': content }), 'host.events');
    expect([status, target, failure?.reason]).toEqual(['failed', '*', 'not-collected']);
    expect(failure?.message).toContain(words);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -100), 'cut off'],
    ['damaged', (text: string) => text.replace('<EventID>304</EventID>', '<EventID>?</EventID>'), '1 of 3 events'],
    [
      'with a document type',
      (text: string) => text.replace('<Event ', '<Event ><!DOCTYPE a [<!ENTITY b "c">]><Event '),
      'cut off',
    ],
    ['with an endless event', (text: string) => `${text}<Event xmlns='${'x'.repeat(1_200_000)}`, 'larger'],
  ])('%s take their logs with them', async (_, change, words) => {
    const events = [300, 304, 358].map((id, index): WrittenEvent => ({ ...refused, id, record: index + 1 }));
    const { drafts } = await importFiles({ 'log.xml': change(wevtutilExport(events)) });
    expect(drafts.map(({ status }) => status)).not.toContain('complete');
    expect(drafts[0]?.failure?.message).toContain(words);
  });
});
