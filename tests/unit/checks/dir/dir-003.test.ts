import check from '../../../../src-main/checks/dir/dir-003-schema-objects.check';
import { neededSchemaObjects } from '../../../../src-main/evidence/directory/schema-objects-topic';
import type { SchemaObject } from '../../../../src-shared/model/evidence/forest';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';

const keyLink: SchemaObject = {
  ldapDisplayName: 'msDS-KeyCredentialLink',
  isDefunct: false,
  oid: '1.2.840.113556.1.4.2328',
  schemaIdGuid: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
};
const all: readonly SchemaObject[] = [
  ...neededSchemaObjects
    .filter((name) => name !== keyLink.ldapDisplayName)
    .map((ldapDisplayName) => ({ ldapDisplayName, isDefunct: false })),
  keyLink,
];
const schema = (objects: readonly SchemaObject[] = all, target = forest) =>
  record('ad.schema-objects', target, { objects });
const changed = (name: string, change: Partial<SchemaObject>): readonly SchemaObject[] =>
  all.map((object) => (object.ldapDisplayName === name ? { ...object, ...change } : object));
const without = (...names: readonly string[]): readonly SchemaObject[] =>
  all.filter(({ ldapDisplayName }) => !names.includes(ldapDisplayName));
const { oid: _, ...withoutOid } = keyLink;

describeCheck(check, [
  { name: 'all seven', evidence: [schema()], outcome: 'pass', says: ['All 7 schema objects', '1 forest'], differs: [] },
  {
    name: 'names in other case',
    evidence: [schema(all.map((object) => ({ ...object, ldapDisplayName: object.ldapDisplayName.toLowerCase() })))],
    outcome: 'pass',
  },
  {
    name: 'Windows Server 2012 R2: devices but no keys',
    evidence: [schema(without('msDS-KeyCredentialLink'))],
    outcome: 'fail',
    severity: 'high',
    says: ['1 of 7', 'msDS-KeyCredentialLink'],
    notes: { 'contoso.com/msDS-KeyCredentialLink': 'has no msDS-KeyCredentialLink' },
  },
  { name: 'none at all', evidence: [schema([])], outcome: 'fail', says: ['7 of 7'], counts: { fail: 7 } },
  {
    name: 'an attribute was deactivated',
    evidence: [schema(changed('msDS-CloudAnchor', { isDefunct: true }))],
    outcome: 'fail',
    notes: { 'contoso.com/msDS-CloudAnchor': 'deactivated' },
    differs: ['Schema objects of contoso.com'],
  },
  {
    name: 'another attribute by that name',
    evidence: [schema(changed('msDS-KeyCredentialLink', { oid: '1.3.6.1.4.1.99999.1' }))],
    outcome: 'fail',
    notes: { 'contoso.com/msDS-KeyCredentialLink': 'not Microsoft’s' },
  },
  {
    name: 'identifiers not returned',
    evidence: [schema([...without('msDS-KeyCredentialLink'), withoutOid])],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['msDS-KeyCredentialLink'],
  },
  {
    name: 'one forest of two',
    evidence: [schema(), schema(without('msDS-Device'), 'fabrikam.com')],
    outcome: 'fail',
    says: ['1 of 14', 'msDS-Device'],
  },
  {
    name: 'a poor forest outside the scope',
    evidence: [schema(), schema([], 'fabrikam.com')],
    scope: { forests: [forest] },
    outcome: 'pass',
  },
  {
    name: 'a forest of the scope that nobody read',
    evidence: [schema()],
    scope: { forests: [forest, 'fabrikam.com'] },
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['fabrikam.com'],
  },
  {
    name: 'a forest that did not answer',
    evidence: [schema(), failed('ad.schema-objects', 'fabrikam.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
]);
