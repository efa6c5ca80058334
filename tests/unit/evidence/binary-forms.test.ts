import { describe, expect, it } from 'vitest';
import { fileTimeToIso, generalizedTimeToIso, periodToSeconds } from '../../../src-main/evidence/ad-time';
import { guidBytes, guidFromText, guidOf } from '../../../src-main/evidence/guid';
import { printable } from '../../../src-main/evidence/printable';
import { ridOf, sidBytes, sidOf } from '../../../src-main/evidence/sid';
import { decodeText } from '../../../src-main/evidence/text-decoding';

describe('SIDs', () => {
  const bytes = Buffer.from('010500000000000515000000dcf4dc3b833d2b46828ba62849040000', 'hex');

  it('reads and writes', () => {
    expect(sidOf(bytes)).toBe('S-1-5-21-1004336348-1177238915-682003330-1097');
    expect(sidBytes('S-1-5-21-1004336348-1177238915-682003330-1097')).toEqual(bytes);
    expect(sidOf(Buffer.from('010100000000000512000000', 'hex'))).toBe('S-1-5-18');
    expect(ridOf('S-1-5-21-1-2-3-512')).toBe(512);
  });

  it('refuses other bytes and texts', () => {
    expect(sidOf(bytes.subarray(0, 20))).toBeUndefined();
    expect(sidOf(Buffer.alloc(8, 0xff))).toBeUndefined();
    expect(sidBytes('S-1-5-99999999999')).toBeUndefined();
    expect(sidBytes('Domain Admins')).toBeUndefined();
  });
});

describe('GUIDs', () => {
  it('reads the mixed order of bytes', () => {
    expect(guidOf(Buffer.from('E9FB2058C860B043BB1144AEE233E4E7', 'hex'))).toBe('5820fbe9-60c8-43b0-bb11-44aee233e4e7');
    expect(guidOf(Buffer.alloc(15))).toBeUndefined();
  });

  it('writes it, too', () => {
    const bytes = Buffer.from('E9FB2058C860B043BB1144AEE233E4E7', 'hex');
    expect(guidBytes('5820fbe9-60c8-43b0-bb11-44aee233e4e7')).toEqual(bytes);
    expect(guidBytes('5820fbe9')).toBeUndefined();
  });

  it('reads text with and without braces', () => {
    expect(guidFromText('{6AC1786C-016F-11D2-945F-00C04FB984F9}')).toBe('6ac1786c-016f-11d2-945f-00c04fb984f9');
    expect(guidFromText('6AC1786C')).toBeUndefined();
  });
});

describe('times', () => {
  it('reads GeneralizedTime and FILETIME', () => {
    expect(generalizedTimeToIso('20261122145811.0Z')).toBe('2026-11-22T14:58:11.000Z');
    expect(generalizedTimeToIso('20260230000000.0Z')).toBeUndefined();
    expect(generalizedTimeToIso('20261122145811.0+0100')).toBeUndefined();
    expect(fileTimeToIso('134083591530000000')).toBe('2025-11-23T08:12:33.000Z');
    expect(fileTimeToIso('0')).toBeUndefined();
    expect(fileTimeToIso('9223372036854775807')).toBeUndefined();
    expect(fileTimeToIso('12x')).toBeUndefined();
  });

  it('reads the periods of templates', () => {
    expect(periodToSeconds(Buffer.from('AEA5hy7h/v8=', 'base64'))).toBe(365 * 86_400);
    expect(periodToSeconds(Buffer.from('AICmCv/e//8=', 'base64'))).toBe(42 * 86_400);
    expect(periodToSeconds(Buffer.alloc(4))).toBeUndefined();
  });
});

describe('text', () => {
  it('shows hostile characters', () => {
    expect(printable('a\u0000b\u202ec\u200b\u2028d\ud800')).toBe('a‹U+0000›b‹U+202E›c‹U+200B›‹U+2028›d‹U+D800›');
    expect(printable('Дмитрий 田中 München 👍')).toBe('Дмитрий 田中 München 👍');
    expect(printable('x'.repeat(20), 5)).toBe('xxxxx…');
  });

  it('is decoded by its byte order mark, its zeros, as UTF-8 or as Windows-1252', () => {
    expect(decodeText(Buffer.from('\ufeffGrüße', 'utf16le'))).toBe('Grüße');
    expect(decodeText(Buffer.from('Label : x', 'utf16le'))).toBe('Label : x');
    expect(decodeText(Buffer.from('\ufeffGrüße', 'utf16le').swap16())).toBe('Grüße');
    expect(decodeText(Buffer.from('\ufeffGrüße', 'utf8'))).toBe('Grüße');
    expect(decodeText(Buffer.from('M\xfcnchen', 'latin1'))).toBe('München');
    expect(decodeText(Buffer.from('Grüß', 'utf8').subarray(0, -1)).startsWith('Grü')).toBe(true);
    expect(decodeText(Buffer.alloc(0))).toBe('');
  });
});
