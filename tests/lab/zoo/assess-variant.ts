import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryTopics } from '../../../src-main/evidence/directory/directory-topics';
import { isWithin } from '../../../src-main/evidence/distinguished-name';
import type { Finding } from '../../../src-shared/model/finding';
import type { Scope } from '../../../src-shared/model/scope';
import { type Assessment, assessPlan } from '../../support/assess-plan';
import { type AnswerKey, answersOf, partOf } from '../answer-key';
import { units } from '../facts';
import type { DirectoryChange, DirectoryWriter, Lab } from '../lab';
import { labPlan } from '../live-plan';
import { collectAgain, judge, withDrafts } from './collect-again';
import { putPolicyFiles } from './put-policy-files';
import { type DirectoryReader, openDirectoryReader } from './read-directory';
import type { SteeredVariant, Variant } from './variant';

/** What all variants of a group have in common. */
export interface Usual {
  readonly scope?: Partial<Scope>;
  readonly changes?: readonly DirectoryChange[];
  /** Answers that follow from it. */
  readonly answers?: AnswerKey;
}

const asBuilt: Usual = {};

/**
 * Puts one variant after the other in place: the answers it names change, and no others. Only what a variant can change is read anew: the directory – its
 * pilot users, for which Samba needs a second, only if the variant is about accounts – and SYSVOL, if it has files. The rest of the evidence is that of the lab without a variant.
 */
export function describeVariants(title: string, lab: Lab, variants: readonly Variant[], usual: Usual = asBuilt): void {
  describe(title, () => {
    let reader: DirectoryReader;
    const { without, writer } = withUsual(lab, usual);

    beforeAll(async () => {
      reader = await openDirectoryReader(lab, without().plan);
    });
    afterAll(() => reader.close());

    it.each(variants.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
      const { changes = [], files = {} } = variant;
      const undo = await writer().write(changes);
      const undoFiles = await putPolicyFiles(lab, files);
      try {
        const drafts = await reader.read(kindsIn(changes));
        const probes = Object.keys(files).length > 0 ? ['sysvol'] : [];
        const { records, log } = await collectAgain(lab, probes, without());
        const assessment = judge(without(), { records: await withDrafts(records, drafts), log });
        expectChanges(assessment, answersOf(without()), variant);
      } finally {
        await putPolicyFiles(lab, undoFiles);
        await writer().write(undo);
      }
    });
  });
}

/** What a table of servers that behave otherwise has in common. */
export interface Steering {
  /** Ids of the probes that notice; all others are not run again. */
  readonly probes: readonly string[];
  readonly restore: (lab: Lab) => Promise<unknown>;
}

/** Like {@link describeVariants} for what servers do. Each variant takes the place of the one before. */
export function describeSteered(
  title: string,
  lab: Lab,
  variants: readonly SteeredVariant[],
  { probes, restore }: Steering,
  usual: Usual = asBuilt,
): void {
  describe(title, () => {
    const { without } = withUsual(lab, usual);
    afterAll(async () => {
      await restore(lab);
    });

    it.each(variants.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
      await variant.steer(lab);
      expectChanges(judge(without(), await collectAgain(lab, probes, without())), answersOf(without()), variant);
    });
  });
}

/** The lab without a variant, assessed once a file, and its directory to be written to. To be called inside `describe`. */
function withUsual(lab: Lab, usual: Usual) {
  let without: Assessment;
  let writer: DirectoryWriter;
  let undo: readonly DirectoryChange[];

  beforeAll(async () => {
    writer = lab.openDirectory();
    undo = await writer.write(usual.changes ?? []);
    without = await baselineOf(lab, usual);
  });
  afterAll(async () => {
    await writer.write(undo);
    await writer.close();
  });

  if (usual.answers)
    it('none', () => {
      const ids = Object.keys(usual.answers ?? {});
      expect(partOf(answersOf(without), ids), summaries(without, ids)).toEqual(usual.answers);
    });
  return { without: () => without, writer: () => writer };
}

const baselines = new Map<Usual, Promise<Assessment>>();

function baselineOf(lab: Lab, usual: Usual): Promise<Assessment> {
  const plan = labPlan(lab);
  const passwords = { lab: lab.users.reader.password };
  const baseline =
    baselines.get(usual) ?? assessPlan({ ...plan, scope: { ...plan.scope, ...usual.scope } }, { passwords });
  baselines.set(usual, baseline);
  return baseline;
}

const allKinds = directoryTopics.map(({ kind }) => kind);

const kindsIn = (changes: readonly DirectoryChange[]) =>
  allKinds.filter((kind) => kind !== 'ad.pilot-users' || changes.some(concernsAccounts));

/** Whether the change may be seen in users, or in the groups they are in. */
const concernsAccounts = ({ dn, replace = {}, addValues = {}, addAccess }: DirectoryChange): boolean => {
  const changed = [...Object.keys(replace), ...Object.keys(addValues)];
  const isAtAccounts = isWithin(dn, units.staff) || isWithin(dn, units.groups);
  return changed.includes('member') || (isAtAccounts && (addAccess !== undefined || !changed.includes('gPLink')));
};

/** Compares with what the lab gives without the variant. */
export function expectChanges(
  assessment: Assessment,
  without: AnswerKey,
  { answers, blames }: Pick<Variant, 'answers' | 'blames'>,
): void {
  const expected = { ...without, ...answers };
  const given = answersOf(assessment);
  const differing = Object.keys(given).filter((id) => given[id] !== expected[id]);
  expect(partOf(given, differing), summaries(assessment, differing)).toEqual(partOf(expected, differing));
  expect(blamed(assessment.findings, blames)).toEqual(sorted(blames));
  expect(assessment.log).toEqual([]);
}

/** For messages of a failing comparison. */
const summaries = ({ findings }: Assessment, ids: readonly string[]): string =>
  findings
    .filter(({ checkId }) => ids.includes(checkId))
    .map(({ checkId, summary }) => `${checkId}: ${summary}`)
    .join('\n');

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
