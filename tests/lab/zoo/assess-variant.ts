import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEvaluate } from '../../../src-main/host/evaluate-job';
import type { Finding } from '../../../src-shared/model/finding';
import type { LiveSources } from '../../../src-shared/model/plan';
import type { Scope } from '../../../src-shared/model/scope';
import { type Assessment, assessPlan } from '../../support/assess-plan';
import { type AnswerKey, answersOf, partOf } from '../answer-key';
import { labSources } from '../collect-target';
import type { DirectoryChange, Lab } from '../lab';
import { labPlan } from '../live-plan';
import type { Variant } from './variant';

type Files = NonNullable<Variant['files']>;

/** What all variants of a group have in common. */
export interface Usual {
  readonly scope?: Partial<Scope>;
  readonly live?: Partial<LiveSources>;
  readonly changes?: readonly DirectoryChange[];
  /** Answers that follow from it. */
  readonly answers?: AnswerKey;
}

/**
 * Puts one variant after the other in place: the answers it names change, and no others. Only the directory and SYSVOL are read anew for each; the rest of
 * the evidence is that of the lab without a variant, which `answer-key.ts` is about.
 */
export function describeVariants(title: string, lab: Lab, variants: readonly Variant[], usual: Usual = {}): void {
  describe(title, () => {
    let without: Assessment;
    let undo: readonly DirectoryChange[] = [];
    let undoFiles: Files = {};

    beforeAll(async () => {
      await lab.changeDirectory(usual.changes ?? []);
      without = await assessPlan(planOf(lab, usual), { passwords: passwordOf(lab) });
    });
    afterAll(() => lab.reset());

    if (usual.answers)
      it('none', () => {
        const ids = Object.keys(usual.answers ?? {});
        expect(partOf(answersOf(without), ids), summaries(without, ids)).toEqual(usual.answers);
      });

    it.each(variants.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
      await putFiles(lab, undoFiles);
      undo = await lab.tryDirectory(variant.changes ?? [], undo);
      undoFiles = await putFiles(lab, variant.files ?? {});
      const assessment = await readAnew(lab, without);
      expectChanges(assessment, without, variant);
    });
  });
}

/** One way to run the lab's servers that makes findings differ. */
export interface SteeredVariant {
  readonly name: string;
  readonly steer: (lab: Lab) => Promise<unknown>;
  readonly answers: AnswerKey;
  readonly blames?: NonNullable<Variant['blames']>;
}

/** Like {@link describeVariants} for what servers do: everything is read anew, and the lab reset, for each. */
export function describeSteered(title: string, lab: Lab, variants: readonly SteeredVariant[], usual: Usual = {}): void {
  describe(title, () => {
    const assess = (): Promise<Assessment> => assessPlan(planOf(lab, usual), { passwords: passwordOf(lab) });
    let without: Assessment;

    beforeAll(async () => {
      await lab.changeDirectory(usual.changes ?? []);
      without = await assess();
    });
    afterAll(() => lab.reset());

    if (usual.answers)
      it('none', () => {
        const ids = Object.keys(usual.answers ?? {});
        expect(partOf(answersOf(without), ids), summaries(without, ids)).toEqual(usual.answers);
      });

    it.each(variants.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
      await variant.steer(lab);
      const assessment = await assess();
      await lab.reset();
      await lab.changeDirectory(usual.changes ?? []);
      expectChanges(assessment, without, variant);
    });
  });
}

function expectChanges(
  assessment: Assessment,
  without: Assessment,
  { answers, blames }: Pick<Variant, 'answers' | 'blames'>,
): void {
  const expected = { ...answersOf(without), ...answers };
  const given = answersOf(assessment);
  const differing = Object.keys(given).filter((id) => given[id] !== expected[id]);
  expect(partOf(given, differing), summaries(assessment, differing)).toEqual(partOf(expected, differing));
  expect(blamed(assessment.findings, blames)).toEqual(sorted(blames));
  expect(assessment.log).toEqual([]);
}

const summaries = ({ findings }: Assessment, ids: readonly string[]): string =>
  findings
    .filter(({ checkId }) => ids.includes(checkId))
    .map(({ checkId, summary }) => `${checkId}: ${summary}`)
    .join('\n');

const passwordOf = (lab: Lab): Readonly<Record<string, string>> => ({ lab: lab.users.reader.password });

function planOf(lab: Lab, { scope, live }: Usual): Assessment['plan'] {
  const plan = labPlan(lab, live);
  return { ...plan, scope: { ...plan.scope, ...scope } };
}

/** Reads directory and SYSVOL, puts what they gave in the place of what they gave before, and judges all of it. */
async function readAnew(lab: Lab, before: Assessment): Promise<Assessment> {
  const { plan } = before;
  const { directory, sysvol } = plan.live;
  const live = labSources(lab, { directory, sysvol });
  const fresh = await assessPlan({ ...plan, live }, { passwords: passwordOf(lab) });
  const read = new Set(fresh.records.map(({ header }) => header.source.by));
  const records = [...before.records.filter(({ header }) => !read.has(header.source.by)), ...fresh.records];
  const findings: Finding[] = [];
  const log = [...fresh.log];
  const job = { type: 'evaluate', jobId: 'zoo', scope: plan.scope, now: new Date().toISOString() } as const;
  await runEvaluate({ ...job, records }, (message) => {
    if (message.type === 'findings') findings.push(...message.findings);
    else if (message.type === 'log') log.push(message.message);
  });
  return { ...fresh, records, findings, log };
}

/** Writes files below `Policies`, and gives those that take it back. */
async function putFiles(lab: Lab, files: Files): Promise<Files> {
  const before: Record<string, Uint8Array | undefined> = {};
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(lab.sysvolPath, 'Policies', name);
    before[name] = await readFile(file).catch(() => undefined);
    await mkdir(path.dirname(file), { recursive: true });
    if (content === undefined) await removeFile(file);
    else await writeFile(file, content);
  }
  return before;
}

/** Folders that are empty then go too, as far as they do. */
async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
  for (let folder = path.dirname(file); !folder.endsWith('Policies'); folder = path.dirname(folder)) {
    const isRemoved = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}

/** Names of the objects with the outcome of the finding itself, for the findings that `wanted` names. */
function blamed(findings: readonly Finding[], wanted: Variant['blames'] = {}): Variant['blames'] {
  const names = (id: string): readonly string[] =>
    findings
      .filter(({ checkId }) => checkId === id)
      .flatMap(({ outcome, objects }) => objects.filter((object) => object.outcome === outcome))
      .map(({ name }) => name);
  return sorted(Object.fromEntries(Object.keys(wanted).map((id) => [id, names(id)])));
}

const sorted = (names: Variant['blames'] = {}): Variant['blames'] =>
  Object.fromEntries(Object.entries(names).map(([id, list]) => [id, [...list].sort()]));
