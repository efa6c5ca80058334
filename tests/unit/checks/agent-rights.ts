import { sidBytes } from '../../../src-main/evidence/sid';
import type { AgentRestriction } from '../../../src-shared/model/evidence/authority-settings';

const dword = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const bytesOf = (sid: string): Buffer => {
  const bytes = sidBytes(sid);
  if (bytes === undefined) throw new Error(`${sid} is no SID`);
  return bytes;
};

/** An entry of `EnrollmentAgentRights` as a CA stores it (MS-CSRA 2.2.1.11). */
export function callbackEntry({ allows, agent, subjects, template }: AgentRestriction): Buffer {
  const name = template === undefined ? Buffer.alloc(0) : Buffer.from(`${template}\0`, 'utf16le');
  const body = Buffer.concat([
    dword(0x0001_0000),
    bytesOf(agent),
    dword(subjects.length),
    ...subjects.map(bytesOf),
    name,
  ]);
  const padding = Buffer.alloc((4 - (body.length % 4)) % 4);
  const header = Buffer.from([allows ? 9 : 10, 0, 0, 0]);
  header.writeUInt16LE(4 + body.length + padding.length, 2);
  return Buffer.concat([header, body, padding]);
}

/** A self-relative descriptor with these entries in its DACL and nothing else. */
export function agentRightsBytes(...entries: readonly Buffer[]): Buffer {
  const list = Buffer.concat(entries);
  const header = Buffer.from('0100048000000000000000000000000014000000', 'hex');
  const acl = Buffer.from([4, 0, 0, 0, entries.length, 0, 0, 0]);
  acl.writeUInt16LE(8 + list.length, 2);
  return Buffer.concat([header, acl, list]);
}
