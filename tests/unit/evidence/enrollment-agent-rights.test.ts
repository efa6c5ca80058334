import { describe, expect, it } from 'vitest';
import { decodeEnrollmentAgentRights } from '../../../src-main/evidence/enrollment-agent-rights';
import { agentRightsBytes, callbackEntry } from '../checks/agent-rights';

const [adfs, users] = ['S-1-5-21-1-2-3-1501', 'S-1-5-21-1-2-3-1200'];

describe('the rights of enrolment agents', () => {
  it('are read from bytes written out by hand', () => {
    // Header, DACL of one entry: type 9, mask 0x00010000, agent S-1-5-18, one subject S-1-1-0, template "Hi".
    const hex = [
      '01 00 04 80 00000000 00000000 00000000 14000000',
      '04 00 34 00 01 00 00 00',
      '09 00 2c 00 00000100 010100000000000512000000',
      '01000000 010100000000000100000000',
      '4800 6900 0000 0000',
    ].join('');
    expect(decodeEnrollmentAgentRights(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toMatchObject({
      entries: [{ sid: 'S-1-5-18', allows: true, isConditional: true }],
      restrictions: [{ allows: true, agent: 'S-1-5-18', subjects: ['S-1-1-0'], template: 'Hi' }],
    });
  });

  it('keep the order, denials, several subjects, and entries for every template', () => {
    const bytes = agentRightsBytes(
      callbackEntry({ allows: false, agent: adfs, subjects: [users, 'S-1-5-11'], template: 'WHFBAuthentication' }),
      callbackEntry({ allows: true, agent: adfs, subjects: ['S-1-1-0'] }),
    );
    expect(decodeEnrollmentAgentRights(bytes)?.restrictions).toEqual([
      { allows: false, agent: adfs, subjects: [users, 'S-1-5-11'], template: 'WHFBAuthentication' },
      { allows: true, agent: adfs, subjects: ['S-1-1-0'] },
    ]);
  });

  it('of nobody are an empty list, which is not the same as unread', () => {
    expect(decodeEnrollmentAgentRights(agentRightsBytes())?.restrictions).toEqual([]);
  });

  const whole = callbackEntry({ allows: true, agent: adfs, subjects: [users], template: 'WHFBAuthentication' });
  const changed = (change: (entry: Buffer) => void): Buffer => {
    const entry = Buffer.from(whole);
    change(entry);
    return agentRightsBytes(callbackEntry({ allows: true, agent: users, subjects: [users] }), entry);
  };
  it.each([
    ['of another type', changed((entry) => entry.writeUInt8(0, 0))],
    ['with another mask', changed((entry) => entry.writeUInt32LE(0x100, 4))],
    ['with more subjects than fit', changed((entry) => entry.writeUInt32LE(3, 36))],
    ['with four thousand million subjects', changed((entry) => entry.writeUInt32LE(0xffff_ffff, 36))],
    ['whose name has no end', changed((entry) => entry.fill(0x41, 68))],
  ])('are not half read: an entry %s', (_what, bytes) => {
    const rights = decodeEnrollmentAgentRights(bytes);
    expect(rights?.hasDacl).toBe(true);
    expect(rights?.restrictions).toBeUndefined();
  });

  it('of a cut value are nothing at all, wherever it is cut', () => {
    const bytes = agentRightsBytes(whole);
    for (let length = 0; length < bytes.length; length += 1)
      expect(decodeEnrollmentAgentRights(bytes.subarray(0, length))).toBeUndefined();
  });
});
