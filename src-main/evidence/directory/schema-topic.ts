import { normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryTopic } from './directory-topic';
import { numberOf } from './entry-values';

/** Version of the schema from the head of the schema partition. */
export const schemaTopic: DirectoryTopic<'ad.schema'> = {
  kind: 'ad.schema',
  per: 'forest',
  searches: ({ schemaNamingContext }) => [
    { base: schemaNamingContext, scope: 'base', filter: '(objectClass=*)', attributes: ['objectVersion'] },
  ],
  accepts: (dn) => dn.startsWith('cn=schema,cn=configuration,'),
  span: ({ schemaNamingContext }) => [normalDn(schemaNamingContext)],
  reader() {
    let objectVersion: number | undefined;
    return {
      add(entry) {
        objectVersion = numberOf(entry, 'objectversion');
      },
      finish: () => ({ data: present({ objectVersion }), facts: objectVersion === undefined ? 0 : 1, notes: [] }),
    };
  },
};
