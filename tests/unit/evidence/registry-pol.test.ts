import { describe, expect, it } from 'vitest';
import { decodeRegistryPol } from '../../../src-main/evidence/registry-pol';
import { growsLinearly } from '../../support/grows-linearly';
import { fixture, fuzz } from './fixture';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const entry = (key: string, name: string, type: number, data: Buffer): Buffer =>
  Buffer.concat([
    utf16(`[${key}\0;${name}\0;`),
    number(type),
    utf16(';'),
    number(data.length),
    utf16(';'),
    data,
    utf16(']'),
  ]);
const file = (...entries: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('PReg\u0001\0\0\0', 'latin1'), ...entries]);
const hello = 'SOFTWARE\\Policies\\Microsoft\\PassportForWork';

/** The single entry `Enabled` = 1, byte for byte as the group policy editor writes it. */
const enabledOnly = Buffer.from(
  '5052656701000000' +
    '5b0053004f004600540057004100520045005c0050006f006c00690063006900650073005c004d006900630072006f0073006f00660074005c00' +
    '500061007300730070006f007200740046006f00720057006f0072006b0000003b0045006e00610062006c006500640000003b00040000003b00040000003b00010000005d00',
  'hex',
);

describe('decodeRegistryPol', () => {
  it('reads the entry of a written file', () => {
    expect(decodeRegistryPol(enabledOnly)).toEqual({
      values: [{ key: hello, name: 'Enabled', type: 4, value: 1, deletes: false }],
      count: 1,
    });
  });

  it('counts entries of other keys and keeps none of them', () => {
    expect(decodeRegistryPol(fixture('samples/gpo/user-registry.pol'))).toEqual({ values: [], count: 3 });
    const { count, values } = decodeRegistryPol(fixture('samples/gpo/certificates-machine-registry.pol'));
    expect(count).toBeGreaterThan(10);
    expect(values.filter(({ key }) => !/\\Root\\Certificates(?:\\[0-9A-F]{40})?$/u.test(key))).toEqual([]);
  });

  it('reads every type', () => {
    const big = Buffer.from([0, 0, 1, 0]);
    const eight = Buffer.from('0500000000000000', 'hex');
    const { values } = decodeRegistryPol(
      file(
        entry(hello, 'Text', 1, utf16('abc\0')),
        entry(hello, 'Expand', 2, utf16('%x%\0')),
        entry(hello, 'Binary', 3, Buffer.from([1, 2, 3])),
        entry(hello, 'BigEndian', 5, big),
        entry(hello, 'List', 7, utf16('one\0two\0\0')),
        entry(hello, 'Long', 11, eight),
        entry(hello, 'ShortNumber', 4, Buffer.from([1])),
        entry(hello, 'Größe 数 😀', 1, utf16('Ä – 数 😀\0\0')),
        entry(hello, 'None', 0, Buffer.alloc(0)),
        entry(hello, 'OddText', 1, Buffer.concat([utf16('ab'), Buffer.from([0x41])])),
      ),
    );
    expect(values.map(({ value }) => value)).toEqual([
      'abc',
      '%x%',
      'AQID',
      256,
      ['one', 'two'],
      5,
      'AQ==',
      'Ä – 数 😀',
      '',
      'ab',
    ]);
    expect(values[7]?.name).toBe('Größe 数 😀');
  });

  it('understands deletions', () => {
    const { values } = decodeRegistryPol(
      file(
        entry(hello, '**del.Enabled', 1, utf16(' \0')),
        entry(`${hello}\\ExcludeSecurityDevices`, '**delvals.', 1, utf16(' \0')),
        entry(hello, '**DeleteValues', 1, utf16('A;B\0')),
        entry('Software\\Policies\\Microsoft', '**DeleteKeys', 1, utf16('PassportForWork;Other\0')),
        entry('Software\\Policies', '**deletekeys', 1, utf16('Microsoft\0')),
        entry(hello, '**SecureKey', 4, number(1)),
        entry(hello, '**soft.UseRemotePassport', 4, number(1)),
      ),
    );
    expect(values.map(({ key, name, deletes, isSoft }) => [key.toLowerCase(), name, deletes, isSoft])).toEqual([
      [hello.toLowerCase(), 'Enabled', true, undefined],
      [`${hello}\\excludesecuritydevices`.toLowerCase(), '*', true, undefined],
      [hello.toLowerCase(), 'A', true, undefined],
      [hello.toLowerCase(), 'B', true, undefined],
      [hello.toLowerCase(), '**', true, undefined],
      ['software\\policies\\microsoft', '**', true, undefined],
      [hello.toLowerCase(), 'UseRemotePassport', false, true],
    ]);
  });

  it.each([
    ['SOFTWARE\\Policies\\Microsoft\\PassportForWork\\PINComplexity', 'MinimumPINLength'],
    ['SOFTWARE\\Policies\\Microsoft\\PassportForWork\\ExcludeSecurityDevices', 'TPM12'],
    ['SOFTWARE\\Policies\\Microsoft\\PassportForWork\\DeviceUnlock', 'GroupA'],
    ['SOFTWARE\\Policies\\Microsoft\\Biometrics\\FacialFeatures', 'EnhancedAntiSpoofing'],
    ['SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment', 'AEPolicy'],
    ['SOFTWARE\\Policies\\Microsoft\\Windows\\System', 'AllowDomainPINLogon'],
    ['SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin', 'autoWorkplaceJoin'],
    ['SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD', 'TenantId'],
  ])('keeps %s', (key, name) => {
    expect(decodeRegistryPol(file(entry(key, name, 4, number(1)))).values).toHaveLength(1);
  });

  it('keeps the thumbprints of distributed roots, not the certificates', () => {
    const roots = 'Software\\Policies\\Microsoft\\SystemCertificates\\Root\\Certificates';
    const thumbprint = 'A1'.repeat(20);
    const { values } = decodeRegistryPol(
      file(
        entry(`${roots}\\${thumbprint}`, 'Blob', 3, Buffer.alloc(2000, 7)),
        entry('Software\\Policies\\Microsoft\\SystemCertificates\\CA\\Certificates\\B2', 'Blob', 3, Buffer.alloc(9)),
      ),
    );
    expect(values).toEqual([{ key: `${roots}\\${thumbprint}`, name: 'Blob', type: 3, value: '', deletes: false }]);
  });

  it('compares keys in any case and takes no key that only begins alike', () => {
    const { values } = decodeRegistryPol(
      file(
        entry('software\\POLICIES\\microsoft\\windows\\system', 'UserPolicyMode', 4, number(2)),
        entry('Software\\Policies\\Microsoft\\PassportForWorkExtra', 'Enabled', 4, number(1)),
      ),
    );
    expect(values.map(({ name }) => name)).toEqual(['UserPolicyMode']);
  });

  it('says where a file is cut off or damaged', () => {
    expect(() => decodeRegistryPol(enabledOnly.subarray(0, 40))).toThrow('cut off: the entry at byte 10');
    expect(() => decodeRegistryPol(enabledOnly.subarray(0, -1))).toThrow('cut off');
    expect(() => decodeRegistryPol(file(Buffer.from('x\0y\0')))).toThrow('"[" is missing at byte 8');
    expect(() => decodeRegistryPol(Buffer.from('MZ'))).toThrow('signature');
    const huge = Buffer.concat([utf16(`[${hello}\0;Huge\0;`), number(3), utf16(';'), number(0xffffffff), utf16(';]')]);
    expect(() => decodeRegistryPol(file(huge))).toThrow('cut off: the entry at byte 8');
  });

  it('takes no longer than a value of millions of zeros is long', async () => {
    const zeros = (size: number) => file(entry(hello, 'Text', 1, Buffer.concat([Buffer.alloc(size), utf16('x')])));
    expect(decodeRegistryPol(zeros(1024)).count).toBe(1);
    await growsLinearly(zeros, decodeRegistryPol, { to: 8 * 1024 * 1024 });
  });

  it('answers or refuses every truncation and change, never otherwise', () => {
    const { refused } = fuzz(fixture('samples/gpo/user-registry.pol'), decodeRegistryPol);
    expect(refused).toBeGreaterThan(500);
  });
});
