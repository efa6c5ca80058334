import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { releaseOfSchema } from '../../knowledge/schema-levels';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

/** Level of Windows Server 2016, the first with msDS-KeyCredentialLink as released (catalogue D4). */
const needed = 87;
/** First pre-release level with the attribute; the AD FS device page names it as its floor. */
const preRelease = 85;

export default defineCheck({
  id: 'DIR-002',
  revision: 1,
  why: 'Keys of users and devices are written to an attribute that exists only from the Windows Server 2016 schema, so write-back fails on an older one.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/index',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-planning-guide',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.schema'],
  evaluate({ 'ad.schema': schema }, { scope }) {
    const forests = forestsInScope(schema.records, scope);
    const absent = forests.absent.map((name) =>
      unread(
        { id: `forest:${name}`, kind: 'forest', name },
        schema.gaps.find(({ target }) => isSameHost(target, name)),
      ),
    );
    const objects = [...forests.records.map(judgeForest), ...absent];
    return judged(objects, {
      summary: summarise(objects),
      observations: forests.records.map(({ target, data }) => ({
        label: `Schema level of ${target}`,
        observed: data.objectVersion === undefined ? 'not returned' : inWords(data.objectVersion),
        expected: `${needed} or higher`,
        ...(data.objectVersion === undefined ? {} : { matches: data.objectVersion >= needed }),
      })),
    });
  },
  remediation: {
    task: 'Extend the schema of the forest to Windows Server 2016 or later.',
    steps: [
      'Take the adprep folder of Windows Server 2016 or newer installation media to the schema master.',
      'Make sure replication is healthy, then extend the schema of the forest and prepare each domain.',
      'Wait until the change has replicated to every domain controller.',
    ],
    command: [
      'repadmin /replsummary',
      'D:\\support\\adprep\\adprep.exe /forestprep',
      'D:\\support\\adprep\\adprep.exe /domainprep',
    ].join('\n'),
    verify:
      '`(Get-ADObject (Get-ADRootDSE).schemaNamingContext -Properties objectVersion).objectVersion` shows 87 or higher on every domain controller.',
    revert: 'A schema extension cannot be taken back short of recovering the whole forest.',
    right: 'Schema, Enterprise and Domain Admins',
    risk: 'Changes the whole forest; plan it like any schema change.',
  },
});

function judgeForest({ target, data, id }: Evidence<'ad.schema'>): JudgedObject {
  const object = {
    id: `forest:${normalHostName(target)}`,
    kind: 'forest',
    name: target,
    evidenceId: id,
    locate: 'objectVersion',
  } as const;
  const level = data.objectVersion;
  if (level === undefined) {
    return {
      ...object,
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The schema head was read, but its objectVersion was not returned.',
    };
  }
  const note = `Schema level ${inWords(level)}.`;
  if (level >= needed) return { ...object, outcome: 'pass', note };
  return { ...object, outcome: level >= preRelease ? 'warning' : 'fail', note };
}

function inWords(level: number): string {
  const release = releaseOfSchema(level);
  if (release !== undefined) return `${level} (${release})`;
  return level >= preRelease && level < needed ? `${level} (pre-release of Windows Server 2016)` : String(level);
}

function summarise(objects: readonly JudgedObject[]): string {
  const [only] = objects;
  if (objects.length === 1 && only !== undefined && only.outcome !== 'unknown')
    return `${only.name}: ${only.note.replace(/\.$/u, '')}; ${needed} or higher is needed.`;
  const [below, early, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  if (below.length > 0)
    return `${shareOf(below.length, objects.length, 'forest')} below schema level ${preRelease}: ${listed(below)}.`;
  if (early.length > 0)
    return `${shareOf(early.length, objects.length, 'forest')} at a pre-release level of the Windows Server 2016 schema: ${listed(early)}.`;
  if (unseen.length > 0) return `The schema level of ${listed(unseen)} could not be seen.`;
  return `All ${countOf(objects.length, 'forest')} have schema level ${needed} or higher.`;
}
