/** Groups of the machine's own domain by their relative identifier, as Windows writes them; Enterprise Admins stand in full. */
const short = { 500: 'LA', 512: 'DA', 513: 'DU', 515: 'DC', 516: 'DD' };
const wellKnown = { 'S-1-5-9': 'ED', 'S-1-5-11': 'AU', 'S-1-5-18': 'SY', 'S-1-5-32-544': 'BA' };
const rights = [
  [0x1, 'CC'],
  [0x2, 'DC'],
  [0x4, 'LC'],
  [0x8, 'SW'],
  [0x10, 'RP'],
  [0x20, 'WP'],
  [0x40, 'DT'],
  [0x80, 'LO'],
  [0x100, 'CR'],
  [0x10000, 'SD'],
  [0x20000, 'RC'],
  [0x40000, 'WD'],
  [0x80000, 'WO'],
];

function sidAt(bytes, offset) {
  const parts = Array.from({ length: bytes[offset + 1] }, (_, index) => bytes.readUInt32LE(offset + 8 + 4 * index));
  return `S-1-${bytes.readUIntBE(offset + 2, 6)}-${parts.join('-')}`;
}

function trustee(bytes, offset) {
  const sid = sidAt(bytes, offset);
  return wellKnown[sid] ?? (sid.startsWith('S-1-5-21-') ? short[sid.split('-').at(-1)] : undefined) ?? sid;
}

function guidAt(bytes, offset) {
  const hex = (from, to) => bytes.subarray(offset + from, offset + to);
  const swapped = (from, to) => Buffer.from(hex(from, to)).reverse().toString('hex');
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), hex(8, 10).toString('hex'), hex(10, 16).toString('hex')].join(
    '-',
  );
}

/** An allow entry as `formats/security-descriptor.mjs` makes it. */
function entryText(ace) {
  const isObject = ace[0] === 5;
  const parts = isObject ? ace.readUInt32LE(8) : 0;
  let at = isObject ? 12 : 8;
  const next = (bit) => {
    if ((parts & bit) === 0) return '';
    at += 16;
    return guidAt(ace, at - 16);
  };
  const [object, descendants] = [next(1), next(2)];
  const mask = ace.readUInt32LE(4);
  const letters = rights.flatMap(([bit, name]) => ((mask & bit) === 0 ? [] : [name])).join('');
  return `(${isObject ? 'OA' : 'A'};${ace[1] & 2 ? 'CI' : ''};${letters};${object};${descendants};${trustee(ace, at)})`;
}

/** A self-relative security descriptor in text form (MS-DTYP 2.5.1), as a machine of the same domain writes it. */
export function securityDescriptorText(bytes) {
  const dacl = bytes.readUInt32LE(16);
  const entries = [];
  for (let at = dacl + 8; entries.length < bytes.readUInt16LE(dacl + 4); at += bytes.readUInt16LE(at + 2))
    entries.push(entryText(bytes.subarray(at, at + bytes.readUInt16LE(at + 2))));
  const [owner, group] = [trustee(bytes, bytes.readUInt32LE(4)), trustee(bytes, bytes.readUInt32LE(8))];
  return `O:${owner}G:${group}D:PAI${entries.join('')}`;
}
