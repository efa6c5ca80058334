/** Group policy's registry file, "PReg" version 1 (MS-GPREG 2.2.1). */

const typeNumber = { string: 1, expandString: 2, binary: 3, dword: 4, multiString: 7 };
const utf16 = (text) => Buffer.from(text, 'utf16le');

function dataBytes({ type, data }) {
  if (type === 'binary') return data;
  if (type === 'dword') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(data);
    return bytes;
  }
  return utf16(type === 'multiString' ? `${data.join('\0')}\0\0` : `${data}\0`);
}

function numberBytes(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The bytes of a registry.pol; a setting is `{ key, name, type, data }`. */
export function registryPol(settings) {
  const entries = settings.map((setting) => {
    const data = dataBytes(setting);
    const names = utf16(`[${setting.key}\0;${setting.name}\0;`);
    const separator = utf16(';');
    const type = numberBytes(typeNumber[setting.type]);
    return Buffer.concat([names, type, separator, numberBytes(data.length), separator, data, utf16(']')]);
  });
  return Buffer.concat([Buffer.from('PReg'), numberBytes(1), ...entries]);
}
