import { createHash } from 'node:crypto';

export interface WrittenItem {
  readonly name: string;
  readonly right?: string;
  readonly status?: string;
  readonly error?: string;
  readonly sha256?: string | null;
  readonly json?: string;
}

/** An item as the collectors write it: its objects as text, and the hash of that text. */
export function writtenItem(name: string, objects: readonly unknown[]): WrittenItem {
  const json = JSON.stringify(objects);
  return { name, json, sha256: createHash('sha256').update(json, 'utf8').digest('hex') };
}

/** A file as Windows PowerShell writes it: one line, with a byte order mark. */
export const writtenFile = (role: string, items: readonly WrittenItem[], more: object = {}): string =>
  `\uFEFF${JSON.stringify({
    format: 'hello-preflight-collector',
    version: 1,
    role,
    host: 'FS01.contoso.com',
    collectedAt: '2026-11-20T08:15:00.1234567Z',
    collectedBy: 'CONTOSO\\jörg',
    elevated: true,
    scriptVersion: '1.0.0',
    items: items.map((item) => ({ right: 'Administrator', status: 'collected', ...item })),
    ...more,
  })}\r\n`;
