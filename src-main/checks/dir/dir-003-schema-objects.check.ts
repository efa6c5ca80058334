import type { SchemaObject } from '../../../src-shared/model/evidence/forest';
import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { neededSchemaObjects } from '../../evidence/directory/schema-objects-topic';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** What tells the true msDS-KeyCredentialLink from an attribute somebody else named so (MS-ADA2). */
const keyCredentialLink = {
  name: 'msds-keycredentiallink',
  oid: '1.2.840.113556.1.4.2328',
  guid: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
} as const;

export default defineCheck({
  id: 'DIR-003',
  revision: 1,
  why: 'Synchronisation and AD FS write into these classes and attributes; a schema that was extended in part has its number but not all of them.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-ada2',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adsc',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['ad.schema-objects'],
  evaluate({ 'ad.schema-objects': schema }, { scope }) {
    const { records, absent } = forestsInScope(schema.records, scope);
    const objects = [
      ...records.flatMap(judgeForest),
      ...absent.map((name) =>
        unread(
          { id: `forest:${name}`, kind: 'forest', name },
          schema.gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
    ];
    return judged(objects, {
      summary: summarise(objects, records.length),
      observations: records.map((record) => observe(record)),
    });
  },
  remediation: {
    task: 'Restore the schema objects that Windows Hello for Business needs.',
    steps: [
      'Compare the schema level: when it is below 87, extend the schema of the forest with adprep of Windows Server 2016 or newer.',
      'When the level is high and objects are missing or deactivated, look at the replication of the schema partition and at who changed the schema.',
      'Activate a deactivated attribute again only after its values were looked at.',
    ],
    command: [
      'Get-ADObject -SearchBase (Get-ADRootDSE).schemaNamingContext -LDAPFilter "(lDAPDisplayName=msDS-KeyCredentialLink)" -Properties attributeID, schemaIDGUID, isDefunct',
      'repadmin /showrepl * /csv',
      'D:\\support\\adprep\\adprep.exe /forestprep',
    ].join('\n'),
    verify: 'The search finds all seven objects on every domain controller, none with isDefunct TRUE.',
    revert: 'A schema extension cannot be taken back short of recovering the whole forest.',
    right: 'Schema Admins and Enterprise Admins',
    risk: 'Changes the whole forest; plan it like any schema change.',
  },
});

function judgeForest({ target, id, data }: Evidence<'ad.schema-objects'>): readonly JudgedObject[] {
  const byName = new Map(data.objects.map((object) => [object.ldapDisplayName.toLowerCase(), object]));
  return neededSchemaObjects.map((name) => ({
    id: `${normalHostName(target)}/${name}`,
    kind: 'directory-object',
    name,
    evidenceId: id,
    locate: name,
    ...judgeObject(name, byName.get(name.toLowerCase()), target),
  }));
}

function judgeObject(name: string, object: SchemaObject | undefined, forest: string): Verdict {
  if (object === undefined) return { outcome: 'fail', note: `The schema of ${forest} has no ${name}.` };
  if (object.isDefunct) return { outcome: 'fail', note: `It is deactivated (isDefunct) in ${forest}.` };
  if (name.toLowerCase() !== keyCredentialLink.name) return { outcome: 'pass', note: 'Present and active.' };
  if (object.oid === undefined || object.schemaIdGuid === undefined) {
    return {
      outcome: 'unknown',
      reason: 'access-denied',
      note: 'It was returned without the identifiers that tell it from another attribute of that name.',
    };
  }
  return object.oid === keyCredentialLink.oid && object.schemaIdGuid === keyCredentialLink.guid
    ? { outcome: 'pass', note: 'Present and active, with the identifiers Microsoft publishes.' }
    : {
        outcome: 'fail',
        note: `An attribute of that name exists in ${forest}, but its identifiers are not Microsoft’s.`,
      };
}

function observe(record: Evidence<'ad.schema-objects'>) {
  const verdicts = judgeForest(record);
  const good = namesOf(verdicts, 'pass');
  const others = verdicts.filter(({ outcome }) => outcome !== 'pass').map(({ name }) => name);
  return {
    label: `Schema objects of ${record.target}`,
    observed:
      others.length === 0
        ? `${good.length} of ${verdicts.length}`
        : `${good.length} of ${verdicts.length}, without ${listed(others, 7)}`,
    expected: `${verdicts.length} of ${verdicts.length}`,
    ...(verdicts.some(({ outcome }) => outcome === 'unknown') ? {} : { matches: others.length === 0 }),
  };
}

function summarise(objects: readonly JudgedObject[], forests: number): string {
  const failed = namesOf(objects, 'fail');
  const unseen = namesOf(objects, 'unknown');
  const needed = forests * neededSchemaObjects.length;
  if (failed.length > 0) {
    const share = shareOf(failed.length, needed, 'needed schema object');
    return `${share} missing, deactivated or not what the name says: ${listed([...new Set(failed)], 7)}.`;
  }
  if (unseen.length > 0) return `The schema could not be judged as to ${listed(unseen)}.`;
  return `All ${neededSchemaObjects.length} schema objects are present and active in ${countOf(forests, 'forest')}.`;
}
