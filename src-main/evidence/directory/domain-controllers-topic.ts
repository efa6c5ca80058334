import type { DomainController } from '../../../src-shared/model/evidence/directory';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { booleanOf, flagsOf, guidValueOf, isOfClass, numberOf, rawTextOf, textOf } from './entry-values';
import { bitAnd } from './ldap-filter';
import { buildOf } from './operating-system';

/** `userAccountControl` bits (MS-ADTS 2.2.16). */
const serverTrustAccount = 0x2000;
const partialSecretsAccount = 0x4000000;
/** RID of the group Read-only Domain Controllers. */
const readOnlyControllersRid = 521;

const isReadOnly = (entry: DirectoryEntry): boolean =>
  numberOf(entry, 'primarygroupid') === readOnlyControllersRid ||
  booleanOf(entry, 'msds-isrodc') === true ||
  ((flagsOf(entry, 'useraccountcontrol') ?? 0) & partialSecretsAccount) !== 0;

const isController = (entry: DirectoryEntry): boolean =>
  isOfClass(entry, 'computer') &&
  (((flagsOf(entry, 'useraccountcontrol') ?? 0) & serverTrustAccount) !== 0 || isReadOnly(entry));

/** The account that stands for Entra ID where cloud Kerberos trust is set up: a read-only controller by its attributes, but no machine. */
const isCloudKerberosServer = (entry: DirectoryEntry): boolean =>
  rawTextOf(entry, 'samaccountname')?.toLowerCase() === 'azureadkerberos$';

/** Writable and read-only domain controllers by their computer accounts. */
export const domainControllersTopic: DirectoryTopic<'ad.domain-controllers'> = {
  kind: 'ad.domain-controllers',
  per: 'domain',
  searches: ({ domain }) => [
    {
      base: domain.namingContext,
      scope: 'sub',
      filter: `(&(objectCategory=computer)(|(userAccountControl:${bitAnd}:=${serverTrustAccount})(primaryGroupID=${readOnlyControllersRid})))`,
      attributes: [
        'objectClass',
        'objectGUID',
        'dNSHostName',
        'operatingSystem',
        'operatingSystemVersion',
        'userAccountControl',
        'primaryGroupID',
        'msDS-isRODC',
        'sAMAccountName',
      ],
    },
  ],
  accepts: (_dn, entry) => isController(entry),
  span: ({ domain }) => [normalDn(domain.namingContext), normalDn(`OU=Domain Controllers,${domain.namingContext}`)],
  reader() {
    const controllers: DomainController[] = [];
    const prestaged: string[] = [];
    let withoutGuid = 0;
    let hasCloudKerberosServer = false;
    return {
      add(entry) {
        const controller = controllerOf(entry);
        if (isCloudKerberosServer(entry)) hasCloudKerberosServer = true;
        else if (controller !== undefined) controllers.push(controller);
        else if (guidValueOf(entry, 'objectguid') === undefined) withoutGuid += 1;
        else prestaged.push(entry.dn);
      },
      finish: () => ({
        data: {
          controllers: controllers.sort((a, b) => a.dnsHostName.localeCompare(b.dnsHostName, 'en')),
          hasCloudKerberosServer,
        },
        facts: controllers.length,
        notes: prestaged.map((dn) => `${dn} has no host name: an account made ahead of its domain controller.`),
        ...incompleteness(controllers.length, withoutGuid),
      }),
    };
  },
};

function incompleteness(controllers: number, withoutGuid: number): { incomplete?: string } {
  if (withoutGuid > 0) return { incomplete: `${withoutGuid} domain controllers came without objectGUID.` };
  return controllers === 0
    ? { incomplete: 'No domain controller with a host name was returned; every domain has one.' }
    : {};
}

function controllerOf(entry: DirectoryEntry): DomainController | undefined {
  const objectGuid = guidValueOf(entry, 'objectguid');
  const dnsHostName = textOf(entry, 'dnshostname');
  if (objectGuid === undefined || dnsHostName === undefined) return undefined;
  const operatingSystemVersion = textOf(entry, 'operatingsystemversion');
  return {
    distinguishedName: entry.dn,
    objectGuid,
    dnsHostName: dnsHostName.toLowerCase(),
    readOnly: isReadOnly(entry),
    ...present({
      operatingSystem: textOf(entry, 'operatingsystem'),
      operatingSystemVersion,
      build: buildOf(operatingSystemVersion),
    }),
  };
}
