import type { DsregcmdStatus } from '../../src-shared/model/evidence/client';
import { printable } from './printable';
import { decodeText } from './text-decoding';

export const dsregcmdLimit = 1024 * 1024;
const lineLimit = 20_000;

export interface DsregcmdReading {
  readonly status: DsregcmdStatus;
  /** Sentence; present when the text stops inside a block. */
  readonly cutOff?: string;
}

const knownSections = [
  'Device State',
  'Device Details',
  'Tenant Details',
  'User State',
  'SSO State',
  'Diagnostic Data',
  'Ngc Prerequisite Check',
  'Work Account',
];
const titleLine = /^\|\s{0,4}(\S[^|]{0,80}?)\s*\|\s*$/u;

/** Whether a text has the section boxes of `dsregcmd /status`. */
export const isDsregcmd = (text: string): boolean =>
  knownSections.some((title) => text.includes(`| ${title} `)) && text.includes('+-----');

/**
 * Reads the text of `dsregcmd /status`: boxes with section titles, then `label : value` lines, split at the first ` : `. Labels are English in every display
 * language; the file may be in an OEM code page, UTF-8 or UTF-16. `fallbackName` is used when the text names no device (older releases). Throws an Error
 * with a sentence when it holds no section or no value.
 */
export function parseDsregcmd(bytes: Uint8Array, fallbackName: string): DsregcmdReading {
  const fields = new Map<string, string>();
  const lines = new Map<string, number>();
  const sections: string[] = [];
  let fieldsInSection = 0;
  const texts = decodeText(bytes)
    .split(/\r\n|\n|\r/u)
    .slice(0, lineLimit);
  texts.forEach((text, index) => {
    const title = sectionTitle(text);
    if (title !== undefined) {
      sections.push(title);
      fieldsInSection = 0;
    }
    const field = fieldOf(text);
    if (field === undefined || sections.length === 0) return;
    fieldsInSection += 1;
    if (fields.has(field.label)) return;
    fields.set(field.label, field.value);
    lines.set(field.label, index + 1);
  });
  if (sections.length === 0) throw new Error('It has no section of dsregcmd /status');
  if (fields.size === 0) throw new Error('It has the sections of dsregcmd /status but no values');
  const name = fields.get('Device Name') ?? fallbackName;
  const status = {
    deviceName: name.toLowerCase(),
    fields: Object.fromEntries(fields),
    sections,
    lines: Object.fromEntries(lines),
  };
  const last = sections.at(-1) ?? '';
  return fieldsInSection === 0
    ? { status, cutOff: `The text ends in line ${texts.length} inside the block "${last}".` }
    : { status };
}

function sectionTitle(text: string): string | undefined {
  const title = titleLine.exec(text.slice(0, 200).trimStart())?.[1];
  return title === undefined ? undefined : printable(title, 100);
}

/** A label begins with a letter, so that box lines and messages are not taken for fields. */
function fieldOf(text: string): { readonly label: string; readonly value: string } | undefined {
  const line = text.length > 8192 ? text.slice(0, 8192) : text;
  const separator = line.indexOf(' : ');
  const end = separator >= 0 ? separator : line.trimEnd().endsWith(' :') ? line.trimEnd().length - 2 : -1;
  const label = line.slice(0, Math.max(end, 0)).trim();
  if (!/^[A-Za-z][A-Za-z0-9 ()/_-]{0,60}$/u.test(label)) return undefined;
  return { label, value: printable(separator >= 0 ? line.slice(separator + 3).trim() : '', 4096) };
}
