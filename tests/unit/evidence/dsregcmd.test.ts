import { describe, expect, it } from 'vitest';
import { isDsregcmd, parseDsregcmd } from '../../../src-main/evidence/dsregcmd';
import { decodeText } from '../../../src-main/evidence/text-decoding';
import { fixture } from './fixture';

const box = (title: string): string => `+${'-'.repeat(70)}+\r\n| ${title.padEnd(69)}|\r\n+${'-'.repeat(70)}+\r\n`;
const small = `${box('Device State')}\r\n             AzureAdJoined : YES\r\n               Device Name : PC0417.contoso.com\r\n                    MdmUrl :\r\n    LogonCertTemplateReady : NO ( StateNoPolicy )\r\n`;

describe('parseDsregcmd', () => {
  it('reads the documented happy path', () => {
    const { status, cutOff } = parseDsregcmd(
      fixture('samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt'),
      'PC1',
    );
    expect(cutOff).toBeUndefined();
    expect(status.deviceName).toBe('pc1');
    expect(status.sections.slice(0, 3)).toEqual(['Device State', 'Device Details', 'Tenant Details']);
    expect(status.fields).toMatchObject({
      AzureAdJoined: 'YES',
      DeviceCertificateValidity: '[ 2019-01-11 21:02:50.000 UTC -- 2029-01-11 21:32:50.000 UTC ]',
      NgcSet: 'YES',
    });
    expect(status.lines.AzureAdJoined).toBe(4);
  });

  it('reads a device that is not joined: no box but diagnostics', () => {
    const { status } = parseDsregcmd(fixture('samples/dsregcmd/09-mslearn-doc-prejoin-discovery-failure.txt'), 'x');
    expect(status.sections).toEqual(['Diagnostic Data']);
    expect(status.fields).toMatchObject({
      'DRS Discovery Test': 'FAIL [0x801c0021/0x801c000c]',
      'Client ErrorCode': '0x801c0021',
      'Fallback to Sync-Join': 'ENABLED',
    });
  });

  it('reads every encoding of redirected output', () => {
    const readings = [
      Buffer.from(small, 'utf8'),
      Buffer.from(`\ufeff${small}`, 'utf16le'),
      Buffer.from(small, 'utf16le'),
      Buffer.from(small.replace('contoso', 'contöso'), 'latin1'),
    ].map((bytes) => parseDsregcmd(bytes, 'x').status);
    expect(readings.map(({ fields }) => fields.AzureAdJoined)).toEqual(['YES', 'YES', 'YES', 'YES']);
    expect(readings[0]).toMatchObject({
      deviceName: 'pc0417.contoso.com',
      fields: { MdmUrl: '', LogonCertTemplateReady: 'NO ( StateNoPolicy )' },
    });
    expect(isDsregcmd(decodeText(Buffer.from(small, 'utf16le')))).toBe(true);
  });

  it('keeps the first of repeated labels and no label that could harm', () => {
    const { status } = parseDsregcmd(
      Buffer.from(`${small}   AzureAdJoined : NO\n   __proto__ : x\n   constructor : y\n`),
      'x',
    );
    expect(status.fields.AzureAdJoined).toBe('YES');
    expect(Object.hasOwn(status.fields, '__proto__')).toBe(false);
    expect(Object.hasOwn(status.fields, 'constructor')).toBe(true);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('says when the text stops inside a block or is something else', () => {
    expect(parseDsregcmd(Buffer.from(small + box('Tenant Details')), 'x').cutOff).toContain('"Tenant Details"');
    expect(() => parseDsregcmd(Buffer.from('hello : world'), 'x')).toThrow('no section');
    expect(() => parseDsregcmd(Buffer.from(box('Device State')), 'x')).toThrow('no values');
  });
});
