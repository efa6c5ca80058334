import type { HostRegistry, HostSystem } from '../../../src-shared/model/evidence/host';
import { ProbeFailure } from '../../engine/probe';
import { present } from '../../evidence/present';
import { printable } from '../../evidence/printable';
import { type ReadValue, readRegQuery, registryData } from '../../evidence/reg-query';
import { decodeText } from '../../evidence/text-decoding';
import { runTool, type ToolCall } from './run-tool';

/** Where the tools are, and until when. */
export type ToolPlace = Pick<ToolCall, 'folder' | 'signal'>;

const hello = [
  'Enabled',
  'RequireSecurityDevice',
  'UseCertificateForOnPremAuth',
  'UseCloudTrustForOnPremAuth',
] as const;

/** Values of a client that are judged, by key; the same that the collector of clients reads. */
const wantedValues: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['HKLM', 'HKCU'].flatMap((hive) => [
      [`${hive}\\SOFTWARE\\Policies\\Microsoft\\PassportForWork`, [...hello, 'DisablePostLogonProvisioning']],
      [`${hive}\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment`, ['AEPolicy']],
    ]),
  ),
  'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin': ['autoWorkplaceJoin'],
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD': ['TenantId', 'TenantName'],
  'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System': ['AllowDomainPINLogon'],
};

const bounds = { tool: 'reg.exe', deadline: 20_000, limit: 32 * 1024 * 1024 } as const;

/** Values of one key and of those below it, where asked for; undefined when there is no such key. Throws ProbeFailure when it may not be read. */
export async function queryKey(
  key: string,
  place: ToolPlace,
  below = false,
): Promise<readonly ReadValue[] | undefined> {
  const { code, output } = await runTool({ ...bounds, ...place, args: ['query', key, ...(below ? ['/s'] : [])] });
  if (code === 0) return readRegQuery(decodeText(output)).values;
  if (await isAbsent(key, place)) return undefined;
  throw new ProbeFailure({
    reason: 'access-denied',
    code: 'registry-denied',
    message: `This account may not read ${key} on this computer.`,
    next: 'Run as an account that may, such as a local administrator.',
  });
}

/** reg.exe gives one exit code for "not there" and "denied", and words in the language of Windows: the key above tells which it is. */
async function isAbsent(key: string, place: ToolPlace): Promise<boolean> {
  const parent = key.slice(0, key.lastIndexOf('\\'));
  if (!parent.includes('\\')) return false;
  const { code, output } = await runTool({ ...bounds, ...place, args: ['query', parent] });
  if (code !== 0) return await isAbsent(parent, place);
  const name = key.slice(parent.length).toLowerCase();
  return !readRegQuery(decodeText(output)).keys.some((found) => found.toLowerCase().endsWith(name));
}

/** The judged values, and those known not to be set. */
export async function readRegistry(host: string, place: ToolPlace): Promise<HostRegistry> {
  const values: HostRegistry['values'][number][] = [];
  const absent: string[] = [];
  for (const [key, names] of Object.entries(wantedValues)) {
    const own = (await queryKey(key, place)) ?? [];
    for (const name of names) {
      const found = own.find((value) => value.name.toLowerCase() === name.toLowerCase());
      const value = found === undefined ? undefined : registryData(found);
      if (value === undefined) absent.push(`${key}\\${name}`.toLowerCase());
      else values.push({ key, name, value });
    }
  }
  return { host, values, absent };
}

const productTypes: Readonly<Record<string, number>> = { winnt: 1, lanmannt: 2, servernt: 3 };

/** Release of Windows, as the registry has it. */
export async function readSystem(host: string, place: ToolPlace): Promise<HostSystem> {
  const version = await queryKey('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', place);
  const product = await queryKey('HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions', place);
  const text = (values: readonly ReadValue[] | undefined, name: string): string | undefined =>
    values?.find((value) => value.name === name)?.text;
  const number = (value: string | undefined): number | undefined => {
    const read = value === undefined || value.trim() === '' ? Number.NaN : Number(value);
    return Number.isSafeInteger(read) ? read : undefined;
  };
  const edition = text(version, 'EditionID');
  const installation = text(version, 'InstallationType');
  return {
    host,
    role: 'client',
    ...present({
      build: number(text(version, 'CurrentBuildNumber')),
      revision: number(text(version, 'UBR')),
      productType: productTypes[text(product, 'ProductType')?.toLowerCase() ?? ''],
      edition: edition === undefined ? undefined : printable(edition, 100),
      isServerCore: installation === undefined ? undefined : installation === 'Server Core',
    }),
  };
}
