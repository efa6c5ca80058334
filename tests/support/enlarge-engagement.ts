import { randomUUID } from 'node:crypto';
import type { EngagementFile } from '../../src-main/store/engagement-file';
import { loadFindings, storeFindings } from '../../src-main/store/findings';
import { createRun, endRun, latestJudgement, readRun, startJudging } from '../../src-main/store/runs';
import type { AffectedObject, Finding } from '../../src-shared/model/finding';

/** How large an engagement becomes. */
export interface Size {
  readonly findings: number;
  /** Of the one finding `objectsOf`. */
  readonly objects: number;
}

/** The finding that has the many objects: users whose suffix Entra ID has not verified. */
export const objectsOf = 'DIR-015';

/**
 * Adds a run to a judged engagement with the findings it has, and as many more as are wanted, one of them with very many objects. What is added has the texts
 * of what is there, under ids that are not in the catalogue.
 */
export async function enlargeEngagement(file: EngagementFile, { findings, objects }: Size): Promise<void> {
  const judgement = latestJudgement(file);
  if (judgement === undefined) throw new Error('Only a judged engagement can be enlarged');
  const { runId, judgedAsOf, catalogueVersion, plan } = judgement;
  const judged: Finding[] = [];
  for await (const finding of loadFindings(file, runId)) judged.push(finding);
  const targets = readRun(file, runId)?.targets ?? [];
  const id = randomUUID();
  createRun(file, { id, startedAt: new Date().toISOString(), catalogueVersion, plan, targets });
  startJudging(file, id);
  const more = Array.from({ length: Math.max(0, findings - judged.length) }, (_, index) => again(judged, index));
  const grown = judged.map((finding) => (finding.checkId === objectsOf ? withUsers(finding, objects) : finding));
  await storeFindings(file, id, [...grown, ...more]);
  endRun(file, id, { state: 'done', judgedAsOf });
}

/** `PKI-010` as `PKI-910`, then `PKI-810` … */
function again(judged: readonly Finding[], index: number): Finding {
  const found = judged[index % judged.length];
  if (found === undefined) throw new Error('There is no finding to repeat');
  const round = 9 - Math.floor(index / judged.length);
  return { ...found, checkId: found.checkId.replace(/-\d/u, `-${round}`) };
}

function withUsers(finding: Finding, count: number): Finding {
  const users = Array.from({ length: count }, (_, index) => user(index));
  return {
    ...finding,
    outcome: 'fail',
    severity: 'high',
    summary: `${count} of ${count} pilot users cannot provision yet.`,
    counts: { fail: Math.ceil(count / 2), warning: Math.floor(count / 2) },
    objects: users,
  };
}

const given = ['Imke', 'Jürgen', 'Zoë', 'Łukasz', 'Anders', 'Tom', 'Aylin', 'Marguerite'] as const;
const family = ['Brandt', 'Weiß', 'Lefèvre', 'Wójcik', 'Åkesson', 'Miller', 'Yıldız', 'van der Meer', 'Haas'] as const;

function user(index: number): AffectedObject {
  const name = `${given[index % given.length]} ${family[index % family.length]} ${String(index).padStart(5, '0')}`;
  return {
    id: `S-1-5-21-3623811015-3361044348-30300820-${100_000 + index}`,
    kind: 'user',
    name,
    outcome: index % 2 === 0 ? 'fail' : 'warning',
    note: `The UPN u${index}@contoso.local has a suffix that Entra ID does not know; the account was last used on day ${index % 97}.`,
  };
}
