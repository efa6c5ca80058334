/** A value as `certutil -getreg` shows it. */
export interface DumpedValue {
  /** As the registry has it, e.g. `…\CertSvc\Configuration\Contoso Issuing CA 1\PolicyModules\…`; without the name of the value. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Unsigned for REG_DWORD, texts otherwise, bytes for a REG_BINARY that is shown in hexadecimal. */
  readonly value: number | string | readonly string[] | Uint8Array;
}

export interface RegistryDump {
  readonly values: readonly DumpedValue[];
  /** Keys whose values are listed in full; empty when certutil did not come to its end. */
  readonly listedKeys: ReadonlySet<string>;
  /** Lines of values that contradict themselves or cannot be read. */
  readonly damaged: readonly number[];
}

const lineLimit = 200_000;
const header = /^(HKEY_[A-Z_]+\\[^\r\n]{1,2000}):\s*$/u;
const valueLine = /^\s{1,20}(\S[^=\r\n]{0,200}?) {1,100}(REG_[A-Z_]+) =\s?(.*)$/u;
const elementLine = /^\s{1,20}\d{1,5}: (.*)$/u;
const hexLine = /^\s{1,20}[0-9a-f]{4,8}\s{2}((?:[0-9a-f]{2}\s{1,2}){0,15}[0-9a-f]{2})(?:\s|$)/iu;

interface OpenValue {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly text: string;
  readonly elements: string[];
  readonly bytes: number[];
}

/**
 * Reads outputs of `certutil -getreg`, one after the other: names of keys, values and types are the registry's own, and numbers are hexadecimal; all words
 * around them are in the language of the machine. The last of several outputs for a value counts, so that `-setreg` gives the new one.
 */
export function readRegistryDump(text: string): RegistryDump {
  const lines = text.split(/\r\n|\r|\n/u, lineLimit);
  const values: DumpedValue[] = [];
  const listedKeys = new Set<string>();
  const damaged: number[] = [];
  let [path, open]: [string, OpenValue | undefined] = ['', undefined];
  const close = (): void => {
    if (open === undefined) return;
    const value = contentOf(open);
    if (value === undefined) damaged.push(open.line);
    else values.push({ key: open.key, name: open.name, type: open.type, value });
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const found = header.exec(line)?.[1];
    const value = valueLine.exec(line);
    if (found !== undefined) {
      close();
      path = found;
    } else if (value !== null && path !== '') {
      close();
      const [, name = '', type = '', rest = ''] = value;
      const isOwn = path.toLowerCase().endsWith(`\\${name.toLowerCase()}`);
      if (!isOwn) listedKeys.add(path);
      open = {
        key: isOwn ? path.slice(0, -name.length - 1) : path,
        name,
        type,
        line: index + 1,
        text: rest.trim(),
        elements: [],
        bytes: [],
      };
    } else if (open !== undefined) addLine(open, line);
  }
  close();
  return { values, listedKeys: isWhole(text) ? listedKeys : new Set(), damaged };
}

/** The last line names the command, and a code when it failed. */
function isWhole(text: string): boolean {
  const last = [...text.matchAll(/^CertUtil: -(?:get|set)reg[^\r\n]*/gimu)].at(-1)?.[0];
  return last !== undefined && !/0x[0-9a-f]{8}/iu.test(last);
}

function addLine({ type, elements, bytes }: OpenValue, line: string): void {
  const element = type === 'REG_MULTI_SZ' ? elementLine.exec(line)?.[1] : undefined;
  if (element !== undefined) elements.push(element.trim());
  const hex = type === 'REG_BINARY' ? hexLine.exec(line)?.[1] : undefined;
  if (hex !== undefined) bytes.push(...Buffer.from(hex.replace(/\s/gu, ''), 'hex'));
}

function contentOf({ type, text, elements, bytes }: OpenValue): DumpedValue['value'] | undefined {
  switch (type) {
    case 'REG_DWORD':
      return dumpedNumber(text);
    case 'REG_MULTI_SZ':
      return text === '' ? elements : [text, ...elements];
    case 'REG_BINARY':
      return Uint8Array.from(bytes);
    default:
      return text;
  }
}

/** `11014e (1114446)`: hexadecimal, and decimal in brackets where that differs; both have to agree. */
export function dumpedNumber(text: string): number | undefined {
  const [, hex, decimal] = /^(?:0x)?([0-9a-f]{1,8})(?: \((-?\d{1,10})\))?$/iu.exec(text) ?? [];
  if (hex === undefined) return undefined;
  const value = Number.parseInt(hex, 16);
  if (decimal === undefined) return /^\d$/u.test(hex) || /[a-f]/iu.test(hex) ? value : undefined;
  return Number(decimal) >>> 0 === value ? value : undefined;
}
