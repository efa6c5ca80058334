import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import { decodeEnrollmentAgentRights } from '../enrollment-agent-rights';
import { present } from '../present';
import { printable } from '../printable';
import { decodeSecurityDescriptor } from '../security-descriptor';
import type { DumpedValue, RegistryDump } from './registry-values';

const configuration = /\\CertSvc\\Configuration\\([^\\]+)(?:\\(.*))?$/iu;

interface OfAuthority {
  readonly name: string;
  /** Key below the CA's own, lower case; empty = its own. */
  readonly below: string;
  readonly value: DumpedValue;
}

/** The settings of each CA a dump of the registry holds, by name. */
export function dumpedAuthorities({
  values,
  listedKeys,
}: Pick<RegistryDump, 'values' | 'listedKeys'>): readonly AuthoritySettings[] {
  const found = values.flatMap((value): readonly OfAuthority[] => {
    const [, name, below = ''] = configuration.exec(value.key) ?? [];
    return name === undefined ? [] : [{ name: readableName(name), below: below.toLowerCase(), value }];
  });
  const listed = new Set(
    [...listedKeys].flatMap((key) => {
      const [, name, below] = configuration.exec(key) ?? [];
      return name === undefined || below !== undefined ? [] : [readableName(name)];
    }),
  );
  return [...new Set(found.map(({ name }) => name))].sort().map((name) =>
    settingsOf(
      name,
      found.filter((one) => one.name === name),
      listed.has(name),
    ),
  );
}

/** Names of CAs stand in the registry with characters outside a small set as `!` and four hexadecimal digits (MS-WCCE 3.1.1.4.1.1). */
const readableName = (name: string): string =>
  printable(
    name.replace(/!([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    255,
  );

function settingsOf(authority: string, own: readonly OfAuthority[], isListed: boolean): AuthoritySettings {
  const at = (wanted: string): DumpedValue['value'] | undefined =>
    own.findLast(({ value }) => value.name.toLowerCase() === wanted.toLowerCase())?.value.value;
  const server = at('CAServerName');
  const host = typeof server === 'string' && server !== '' ? printable(server, 255).toLowerCase() : undefined;
  const agentRights = at('EnrollmentAgentRights');
  return {
    authority: host === undefined ? authority : `${host}\\${authority}`,
    ...present({
      host,
      editFlags: numberIn(at('EditFlags')),
      interfaceFlags: numberIn(at('InterfaceFlags')),
      auditFilter: numberIn(at('AuditFilter')),
      disabledExtensions: textsIn(at('DisableExtensionList')),
      crlPublicationUrls: textsIn(at('CRLPublicationURLs')),
      security: descriptorIn(at('Security')),
      // A CA without restricted agents does not have the value; only a list of all values can show that.
      enrollmentAgentRights:
        agentRights !== undefined ? agentRightsIn(agentRights) : isListed ? 'unrestricted' : undefined,
    }),
  };
}

const numberIn = (value: DumpedValue['value'] | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const textsIn = (value: DumpedValue['value'] | undefined): readonly string[] | undefined =>
  value === undefined || typeof value === 'number' || value instanceof Uint8Array
    ? undefined
    : (typeof value === 'string' ? [value] : value).filter((text) => text !== '').map((text) => printable(text, 2000));

const agentRightsIn = (value: DumpedValue['value']): AuthoritySettings['enrollmentAgentRights'] =>
  value instanceof Uint8Array && value.length > 0 ? decodeEnrollmentAgentRights(Buffer.from(value)) : undefined;

const descriptorIn = (value: DumpedValue['value'] | undefined): AuthoritySettings['security'] =>
  value instanceof Uint8Array && value.length > 0 ? decodeSecurityDescriptor(Buffer.from(value)) : undefined;
