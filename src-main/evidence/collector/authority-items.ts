import type { AuthoritySettings, IssuedCertificates } from '../../../src-shared/model/evidence/authority-settings';
import { decodeEnrollmentAgentRights } from '../enrollment-agent-rights';
import { booleanOf, numberOf, type PropertyBag, textOf, textsOf, timeOf } from '../powershell/property-bag';
import { present } from '../present';
import { decodeSecurityDescriptor } from '../security-descriptor';
import { bytesOf } from './held-certificates';
import { connectivityItem, lostOf, shown } from './host-items';
import { type ItemContext, type ItemDecoders, itemFact, type MainDecoder, theOnly } from './item-decoder';

/** `EditFlags` and others are DWORDs, which PowerShell shows signed. */
const flagsOf = (bag: PropertyBag, name: string): number | undefined => {
  const value = numberOf(bag, name);
  return value === undefined ? undefined : value >>> 0;
};

const descriptorOf = (bag: PropertyBag, name: string): AuthoritySettings['security'] =>
  textOf(bag, name) === undefined ? undefined : decodeSecurityDescriptor(bytesOf(textOf(bag, name)));

/** The value is absent unless enrolment agents are restricted; a descriptor that cannot be read is neither. */
function agentRights(bag: PropertyBag): AuthoritySettings['enrollmentAgentRights'] {
  const isSet = booleanOf(bag, 'hasEnrollmentAgentRights');
  if (isSet === undefined) return undefined;
  if (!isSet) return 'unrestricted';
  const text = textOf(bag, 'enrollmentAgentRights');
  return text === undefined ? undefined : decodeEnrollmentAgentRights(bytesOf(text));
}

const nameOf = ({ other, host }: ItemContext): string => {
  const [authority] = other('authority') ?? [];
  return (authority === undefined ? undefined : shown(authority, 'name', 255)) ?? host;
};

const settingsItem: MainDecoder = {
  kinds: ['ca.settings'],
  target: nameOf,
  read(objects, { host, other }) {
    const bag = theOnly(objects);
    const name = shown(bag, 'name', 255);
    if (name === undefined) throw new Error('It does not name the CA');
    const administrators = other('administrators')?.flatMap(
      (member) => shown(member, 'name', 256) ?? shown(member, 'sid', 200) ?? [],
    );
    const data: AuthoritySettings = {
      authority: `${shown(bag, 'server', 255) ?? host}\\${name}`,
      host,
      ...present({
        editFlags: flagsOf(bag, 'editFlags'),
        interfaceFlags: flagsOf(bag, 'interfaceFlags'),
        auditFilter: flagsOf(bag, 'auditFilter'),
        disabledExtensions: textsOf(bag, 'disabledExtensions'),
        crlPublicationUrls: textsOf(bag, 'crlPublicationUrls'),
        security: descriptorOf(bag, 'security'),
        enrollmentAgentRights: agentRights(bag),
        localAdministrators: administrators,
        localAdministratorSids: other('administrators')?.flatMap((member) => shown(member, 'sid', 200) ?? []),
      }),
    };
    return [itemFact('ca.settings', name, data, Object.keys(data).length)];
  },
};

const issued = 20;
const failedDispositions: ReadonlySet<number> = new Set([30, 31]);

const requestsItem: MainDecoder = {
  kinds: ['ca.issued-certificates'],
  target: nameOf,
  read(objects, context) {
    const rows = objects.flatMap((bag) => {
      const [requester, disposition] = [shown(bag, 'RequesterName', 256), numberOf(bag, 'Disposition')];
      const template = shown(bag, 'CertificateTemplate', 256) ?? '';
      return requester === undefined || disposition === undefined ? [] : [{ bag, requester, template, disposition }];
    });
    const data: IssuedCertificates = {
      authority: nameOf(context),
      certificates: rows
        .filter(({ disposition }) => disposition === issued)
        .map(({ bag, requester, template }) => ({
          requester,
          template,
          ...present({
            requestId: numberOf(bag, 'RequestID'),
            notBefore: timeOf(bag, 'NotBefore'),
            notAfter: timeOf(bag, 'NotAfter'),
            serialNumber: shown(bag, 'SerialNumber', 100)?.toUpperCase(),
            thumbprint: shown(bag, 'CertificateHash', 200)?.replaceAll(' ', '').toUpperCase(),
          }),
        })),
      failures: rows
        .filter(({ disposition }) => failedDispositions.has(disposition))
        .map(({ bag, requester, template }) => ({
          requester,
          template,
          status: flagsOf(bag, 'StatusCode') ?? 0,
          ...present({ time: timeOf(bag, 'ResolvedWhen') }),
        })),
    };
    return [itemFact('ca.issued-certificates', nameOf(context), data, rows.length, lostOf(objects, rows))];
  },
};

/** Items of `ca.ps1`, beside those of every machine. */
export const authorityItems: ItemDecoders = {
  authority: settingsItem,
  administrators: { supplements: 'authority' },
  requests: requestsItem,
  connectivity: connectivityItem,
};
