import type { RootDse } from '../../../src-shared/model/evidence/directory';
import { present } from '../present';
import type { DirectoryEntry } from './directory-topic';
import { booleanOf, numberOf, textOf, timeOf } from './entry-values';

export const rootDseAttributes = [
  'dnsHostName',
  'defaultNamingContext',
  'configurationNamingContext',
  'schemaNamingContext',
  'rootDomainNamingContext',
  'forestFunctionality',
  'domainFunctionality',
  'domainControllerFunctionality',
  'isSynchronized',
  'isGlobalCatalogReady',
  'currentTime',
  'serverName',
] as const;

/** Reads the rootDSE (MS-ADTS 3.1.1.3.2). Throws an Error with a sentence when it is not that of an Active Directory domain controller. */
export function rootDse(entry: DirectoryEntry): RootDse {
  return {
    dnsHostName: required(entry, 'dnsHostName'),
    defaultNamingContext: required(entry, 'defaultNamingContext'),
    configurationNamingContext: required(entry, 'configurationNamingContext'),
    schemaNamingContext: required(entry, 'schemaNamingContext'),
    rootDomainNamingContext: required(entry, 'rootDomainNamingContext'),
    ...present({
      forestFunctionality: numberOf(entry, 'forestfunctionality'),
      domainFunctionality: numberOf(entry, 'domainfunctionality'),
      domainControllerFunctionality: numberOf(entry, 'domaincontrollerfunctionality'),
      isSynchronized: booleanOf(entry, 'issynchronized'),
      isGlobalCatalogReady: booleanOf(entry, 'isglobalcatalogready'),
      currentTime: timeOf(entry, 'currenttime'),
      serverName: textOf(entry, 'servername'),
    }),
  };
}

function required(entry: DirectoryEntry, name: string): string {
  const value = textOf(entry, name.toLowerCase());
  if (value === undefined || value === '')
    throw new Error(`The root DSE has no ${name}; this is not a domain controller of Active Directory`);
  return value;
}
