const registryText = 1;
const registryDword = 4;

/** A value set by a policy. A deletion is named `**del.<name>` and carries the text of one blank. */
export interface PolicySetting {
  readonly key: string;
  readonly name: string;
  readonly value: number | string;
}

/** A registry.pol file with the given settings (MS-GPREG 2.2.1). */
export function registryPol(settings: readonly PolicySetting[]): Buffer {
  const header = Buffer.of(0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0);
  return Buffer.concat([header, ...settings.map(entry)]);
}

function entry({ key, name, value }: PolicySetting): Buffer {
  const text = (part: string) => Buffer.from(part, 'utf16le');
  const isText = typeof value === 'string';
  const data = isText ? text(`${value}\0`) : number(value);
  const parts = [
    text(`${key}\0`),
    text(`${name}\0`),
    number(isText ? registryText : registryDword),
    number(data.length),
    data,
  ];
  const separated = parts.flatMap((part, index) => (index === 0 ? [part] : [text(';'), part]));
  return Buffer.concat([text('['), ...separated, text(']')]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
