import { describe, expect, it } from 'vitest';
import { eventTexts, windowsEvent } from '../../../src-main/evidence/windows-event';

const event = (id: number, data: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-User Device Registration' Guid='{23b8d46b-67dd-40a3-b636-d43e50552c6d}'/><EventID>${id}</EventID><Level>3</Level><TimeCreated SystemTime='2026-11-20T07:12:33.1234567Z'/><Channel>Microsoft-Windows-User Device Registration/Admin</Channel><Computer>PC0417.contoso.com</Computer></System>${data}</Event>`;

describe('Windows events', () => {
  it('reads number, place, time and parameters in their order', () => {
    const read = windowsEvent(
      event(362, "<EventData><Data Name='a'>Yes</Data><Data Name='b'>No &amp; never</Data></EventData>"),
    );
    expect(read).toEqual({
      host: 'pc0417.contoso.com',
      log: 'Microsoft-Windows-User Device Registration/Admin',
      provider: 'Microsoft-Windows-User Device Registration',
      event: {
        id: 362,
        time: '2026-11-20T07:12:33.123Z',
        level: 3,
        parameters: ['Yes', 'No & never'],
        names: ['a', 'b'],
      },
    });
  });

  it('reads events with user data and without data', () => {
    expect(windowsEvent(event(1, '<UserData><X><A>1</A><B><C>2</C></B></X></UserData>')).event.parameters).toEqual([
      '1',
      '2',
    ]);
    expect(windowsEvent(event(2, '')).event.parameters).toEqual([]);
  });

  it('refuses what is no event', () => {
    expect(() => windowsEvent('<Event><System/></Event>')).toThrow('number');
    expect(() => windowsEvent('<Event')).toThrow();
  });

  it('cuts a stream into events wherever it is broken', async () => {
    const text = `<?xml version="1.0"?><Events>${event(300, '')}\r\n${event(358, '')}</Events>`;
    async function* pieces(size: number): AsyncGenerator<string> {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    }
    for (const size of [1, 7, 100, 10_000]) {
      const ids: number[] = [];
      for await (const one of eventTexts(pieces(size))) ids.push(windowsEvent(one).event.id);
      expect(ids).toEqual([300, 358]);
    }
  });

  it('gives up on an event without end', async () => {
    async function* endless(): AsyncGenerator<string> {
      yield '<Event>';
      for (let count = 0; count < 40; count += 1) yield 'x'.repeat(64 * 1024);
    }
    const reading = async (): Promise<void> => {
      for await (const _ of eventTexts(endless())) return;
    };
    await expect(reading()).rejects.toThrow('larger');
  });
});
