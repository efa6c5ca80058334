import { guidBytes, sidBytes } from './binary-forms.mjs';

/** Rights and extended rights used here (MS-ADTS 5.1.3.2). */
export const right = {
  read: 0x20094,
  write: 0xf00ff,
  full: 0xf01ff,
  control: 0x100,
  controlAndProperties: 0x130,
  properties: 0x30,
  validatedWrite: 0x8,
  createAndDelete: 0x3,
};
export const extendedRight = {
  enroll: '0e10c968-78fb-11d2-90d4-00c04f79dc55',
  autoEnroll: 'a05b8cc2-17bc-4802-a710-e7c15ab866a2',
  applyGroupPolicy: 'edacfd8f-ffb3-11d1-b41d-00a0c968f939',
  changePassword: 'ab721a53-1e2f-11d0-9819-00aa0040529b',
};
/** Schema GUIDs (MS-ADA2, MS-ADSC) of what entries here are about. */
export const schemaGuid = {
  keyCredentialLink: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
  user: 'bf967aba-0de6-11d0-a285-00aa003049e2',
  device: '5df2b673-6d41-4774-b3e8-d52e8ee9ff99',
  userCertificate: 'bf967a7f-0de6-11d0-a285-00aa003049e2',
  allowedToAct: '3f78c3e5-f79a-46bd-a0b8-9d18116ddc79',
  validatedHostName: '72e39547-7b18-11d1-adef-00c04fd8d5cd',
  validatedServiceName: 'f3a64788-5306-11d1-a9c5-0000f80367c1',
};

const containerInherit = 0x02;
const selfRelativeProtectedDacl = 0x9404;

/**
 * An allow entry; with an extended right, property, child class or class of descendants it becomes an object entry (MS-DTYP 2.4.4.2, 2.4.4.3).
 * `inherited` means that containers below get it as well.
 */
export function allow(sid, mask, { extended, descendants, inherited = descendants !== undefined } = {}) {
  const guids = [extended, descendants].filter(Boolean).map(guidBytes);
  const flags = Buffer.from([(extended ? 1 : 0) | (descendants ? 2 : 0), 0, 0, 0]);
  const object = guids.length > 0 ? Buffer.concat([flags, ...guids]) : Buffer.alloc(0);
  const trustee = sidBytes(sid);
  const header = Buffer.alloc(8);
  header[0] = guids.length > 0 ? 0x05 : 0x00;
  header[1] = inherited ? containerInherit : 0;
  header.writeUInt16LE(8 + object.length + trustee.length, 2);
  header.writeUInt32LE(mask, 4);
  return Buffer.concat([header, object, trustee]);
}

/** A self-relative security descriptor with owner, group and DACL (MS-DTYP 2.4.6). */
export function securityDescriptor({ owner, entries }) {
  const ownerBytes = sidBytes(owner);
  const body = Buffer.concat(entries);
  const acl = Buffer.alloc(8);
  acl[0] = 4;
  acl.writeUInt16LE(8 + body.length, 2);
  acl.writeUInt16LE(entries.length, 4);
  const header = Buffer.alloc(20);
  header[0] = 1;
  header.writeUInt16LE(selfRelativeProtectedDacl, 2);
  header.writeUInt32LE(20 + acl.length + body.length, 4);
  header.writeUInt32LE(20 + acl.length + body.length + ownerBytes.length, 8);
  header.writeUInt32LE(20, 16);
  return Buffer.concat([header, acl, body, ownerBytes, ownerBytes]);
}
