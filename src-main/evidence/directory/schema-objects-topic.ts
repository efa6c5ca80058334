import type { SchemaObject } from '../../../src-shared/model/evidence/forest';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic } from './directory-topic';
import { booleanOf, guidValueOf, isOfClass, rawTextOf, textOf } from './entry-values';

/** `lDAPDisplayName` of the classes and attributes that device registration and write-back use (MS-ADSC, MS-ADA2). */
export const neededSchemaObjects = [
  'msDS-CloudAnchor',
  'msDS-Device',
  'msDS-DeviceContainer',
  'msDS-DeviceID',
  'msDS-DeviceRegistrationService',
  'msDS-DeviceRegistrationServiceContainer',
  'msDS-KeyCredentialLink',
] as const;

/** A class every schema has: an answer with neither it nor all that is needed was not the whole answer. */
const everySchemaHas = 'user';

const asked = [...neededSchemaObjects, everySchemaHas];
const names: ReadonlySet<string> = new Set(asked.map((name) => name.toLowerCase()));

/** The schema objects the deployment needs. */
export const schemaObjectsTopic: DirectoryTopic<'ad.schema-objects'> = {
  kind: 'ad.schema-objects',
  per: 'forest',
  searches: ({ schemaNamingContext }) => [
    {
      base: schemaNamingContext,
      scope: 'one',
      filter: `(|${asked.map((name) => `(lDAPDisplayName=${name})`).join('')})`,
      attributes: ['objectClass', 'lDAPDisplayName', 'attributeID', 'governsID', 'schemaIDGUID', 'isDefunct'],
    },
  ],
  accepts: (_dn, entry) =>
    (isOfClass(entry, 'attributeschema') || isOfClass(entry, 'classschema')) &&
    names.has(rawTextOf(entry, 'ldapdisplayname')?.toLowerCase() ?? ''),
  span: ({ schemaNamingContext }) => [normalDn(schemaNamingContext)],
  reader() {
    const objects: SchemaObject[] = [];
    let isWhole = false;
    return {
      add(entry) {
        const object = schemaObjectOf(entry);
        if (object.ldapDisplayName.toLowerCase() === everySchemaHas) isWhole = true;
        else objects.push(object);
      },
      finish: () => ({
        data: { objects: objects.sort((a, b) => a.ldapDisplayName.localeCompare(b.ldapDisplayName, 'en')) },
        facts: objects.length,
        notes: [],
        ...(isWhole || objects.length >= neededSchemaObjects.length
          ? {}
          : {
              incomplete:
                'Not even the class “user” of the schema was returned, so other objects may be hidden as well.',
            }),
      }),
    };
  },
};

const schemaObjectOf = (entry: DirectoryEntry): SchemaObject => ({
  ldapDisplayName: textOf(entry, 'ldapdisplayname') ?? '',
  isDefunct: booleanOf(entry, 'isdefunct') === true,
  ...present({
    oid: textOf(entry, 'attributeid') ?? textOf(entry, 'governsid'),
    schemaIdGuid: guidValueOf(entry, 'schemaidguid'),
  }),
});
