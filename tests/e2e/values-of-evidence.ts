import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleInto } from '../support/bundle-into';

/** By what they are, each once. */
export type Values = ReadonlyMap<string, ReadonlySet<string>>;

/** All that the records of engagement files say, by a process of its own, bundled like the product. */
export async function textsOfEvidence(paths: readonly string[], passphrase: string): Promise<readonly string[]> {
  mkdirSync('out', { recursive: true });
  const folder = mkdtempSync(join(resolve('out'), 'bundle-'));
  try {
    const program = await bundleInto(folder, 'tests/support/programs/print-evidence.ts');
    return paths.map((path) =>
      execFileSync(process.execPath, [program, path, passphrase], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What tells whose evidence it is, found by nothing that the redaction is made of. */
export function valuesOf(evidence: string): Values {
  const all = (pattern: RegExp): ReadonlySet<string> =>
    new Set([...evidence.matchAll(pattern)].map(([whole, part]) => part ?? whole));
  const domains = [...all(/@((?:[\w-]+\.)+[a-z]{2,12})\b/giu)];
  const inDomains = domains.map((domain) => domain.replaceAll('.', '\\.')).join('|');
  const shown = all(/"displayName":"([^"]+)","(?:[^{}]*?)"userPrincipalName"/gu);
  const people = [...all(/CN=([^,"=\\]+),OU=(?:[^,"]+,)*OU=Staff/gu), ...shown];
  return new Map<string, ReadonlySet<string>>([
    ['SID', all(/S-1-(?:5-21|12-1)(?:-\d+){4,}/gu)],
    ['domain SID', all(/S-1-5-21-\d+-\d+-\d+/gu)],
    ['GUID', all(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/giu)],
    ['address', all(/(?<![\d.])(?:10|172|192|169)(?:\.\d{1,3}){3}(?![\d.])/gu)],
    ['hash', all(/\b(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})\b/giu)],
    ['immutable id', all(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{22}==/gu)],
    ['mail address', all(/[\w.+-]+@(?:[\w-]+\.)+\w{2,12}/gu)],
    ['domain', new Set(domains)],
    ['host', all(new RegExp(`\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:${inDomains})\\b`, 'giu'))],
    ['computer', all(/\b(PC\d{4})\b/giu)],
    ['distinguished name', all(/\b((?:CN|OU)=[^,"=\\]+(?:,(?:CN|OU|DC)=[^,"=\\]+)*,DC=[a-z0-9]+)\b/giu)],
    ['account', all(/"(?:onPremises)?samAccountName":"([^"\s]*[a-z][._][a-z0-9][^"\s]*)"/giu)],
    ['person', new Set(people.filter((name) => name.includes(' ')))],
    ['first name or surname', new Set(people.flatMap((name) => name.match(/\p{L}{3,}/gu) ?? []))],
    ['CA', all(/"(?:issuer|subject)":"CN=([^,"=./]{6,}?)(?:,[^"]*)?"/gu)],
  ]);
}

/** Those of the values that a text says as whole words, whatever their case. */
export function saidIn(text: string, values: ReadonlySet<string>): readonly string[] {
  const lower = text.toLowerCase();
  const isWord = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  return [...values].filter((value) => {
    const wanted = value.toLowerCase();
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1))
      if (!isWord(lower.charAt(at - 1)) && !isWord(lower.charAt(at + wanted.length))) return true;
    return false;
  });
}
