import { dnsNameOf } from '../distinguished-name';
import type { StoreDump } from './stored-certificates';

const headLimit = 8192;

/** `certutil -viewstore "ldap:///CN=NTAuthCertificates,…,DC=contoso,DC=com?cACertificate…"` begins with the address; %20 stands for a blank. */
const addressIn = (start: string): string | undefined =>
  /ldap:\/\/\/(CN=NTAuthCertificates,CN=[^\r\n?"]{1,1000})/iu
    .exec(start.slice(0, headLimit))?.[1]
    ?.replaceAll('%20', ' ');

export function forestIn(start: string): string | undefined {
  const address = addressIn(start);
  return address === undefined ? undefined : dnsNameOf(address) || undefined;
}

/** The command as it was typed, where the window was saved with it: what stands before `-store` or `-viewstore`, and what behind. The last line, `CertUtil: -store …`, is none. */
function commandIn(start: string): { readonly before: string; readonly behind: string } | undefined {
  const [, before, behind] =
    /certutil(?:\.exe)?"?(?!:)([^\r\n]{0,200}?)\s-(?:view)?store\b([^\r\n]{0,1000})/iu.exec(
      start.slice(0, headLimit),
    ) ?? [];
  return before === undefined || behind === undefined ? undefined : { before, behind };
}

/** The name of the store opens the output; whose store it is tell the command, or flags of certificates and keys. */
export function storeOf(start: string, text: string): StoreDump['store'] {
  if (addressIn(start) !== undefined) return 'nt-auth';
  const name = /^[ \t]{0,20}(my|root|ca|ntauth)(?: "[^"\r\n]{0,200}")?[ \t]{0,20}\r?$/imu
    .exec(start.slice(0, headLimit))?.[1]
    ?.toLowerCase();
  if (name === 'ntauth') return 'nt-auth';
  if (name === 'root') return 'root';
  if (name === 'ca') return 'authorities';
  return name === 'my' ? (ownerByCommand(start) ?? ownerByFlags(text)) : undefined;
}

/** Without a switch it is the store of the machine. */
function ownerByCommand(start: string): 'machine' | 'user' | undefined {
  const command = commandIn(start);
  if (command === undefined) return undefined;
  const words = `${command.before} ${command.behind}`;
  if (/\s-user\b/iu.test(words)) return 'user';
  return /\s-(?:service|grouppolicy|enterprise)\b/iu.test(words) ? undefined : 'machine';
}

/** A key of the machine or of Windows Hello, or the state of access, which has a flag of its own for stores of the machine. */
function ownerByFlags(text: string): 'machine' | 'user' | undefined {
  const isOfMachine = /\bCERT_ACCESS_STATE_LM_SYSTEM_STORE_FLAG\b/u.test(text);
  const isMachine = isOfMachine || /\bCRYPT_MACHINE_KEYSET\b/u.test(text);
  const isUser =
    /\bMicrosoft Passport Key Storage Provider\b/iu.test(text) ||
    (/\bCERT_ACCESS_STATE_SYSTEM_STORE_FLAG\b/u.test(text) && !isOfMachine);
  return isMachine === isUser ? undefined : isMachine ? 'machine' : 'user';
}

/** `certutil -store my <certificate>` shows only what matches. */
export function isPartOfStore(start: string): boolean {
  const words = (commandIn(start)?.behind ?? '').replace(/\s(?:\d?>|\|).*$/u, '').trim();
  const given = (words.match(/"[^"]*"|\S+/gu) ?? []).filter((word) => !word.startsWith('-'));
  return addressIn(start) === undefined && given.length > 1;
}
