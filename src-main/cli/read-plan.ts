import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { GivenAnswer } from '../../src-shared/interview/answer';
import { dateProblem } from '../../src-shared/interview/answer-problem';
import { instantOf } from '../../src-shared/model/assess-instant';
import { AppError } from '../../src-shared/model/error';
import { type Plan, planSchema } from '../../src-shared/model/plan';

/** A plan file with its paths made absolute. Throws an {@link AppError} `bad-plan` that names the first thing wrong. */
export async function readPlan(path: string): Promise<Plan> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw badPlan(`The plan ${path} cannot be read.`);
  });
  const result = planSchema.safeParse(parseJson(text, path));
  if (!result.success)
    throw badPlan(`The plan ${path} is not valid: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
  const judgedAt = instantOf(result.data);
  const [problem] = (result.data.interview ?? []).flatMap(({ saidOn }) => dateProblem(saidOn, judgedAt) ?? []);
  if (problem !== undefined) throw badPlan(`The plan ${path} is not valid: ${problem}`);
  return withAbsolutePaths(result.data, dirname(resolve(path)));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badPlan(`The plan ${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function withAbsolutePaths(plan: Plan, folder: string): Plan {
  const { caFile } = plan.live;
  return {
    ...plan,
    evidence: plan.evidence.map((entry) => ({ ...entry, path: resolve(folder, entry.path) })),
    ...(plan.interview === undefined
      ? {}
      : { interview: plan.interview.map((answer) => withAbsoluteAttachment(answer, folder)) }),
    live: {
      ...plan.live,
      sysvol: plan.live.sysvol.map((source) => ({ ...source, path: resolve(folder, source.path) })),
      ...(caFile === undefined ? {} : { caFile: resolve(folder, caFile) }),
    },
  };
}

const withAbsoluteAttachment = (answer: GivenAnswer, folder: string): GivenAnswer =>
  answer.attachment === undefined ? answer : { ...answer, attachment: resolve(folder, answer.attachment) };

/** The published JSON schema of the plan. */
export const planJsonSchema = (): unknown => z.toJSONSchema(planSchema, { io: 'input' });

const badPlan = (message: string): AppError =>
  new AppError(
    'bad-plan',
    message,
    'Correct the plan; "hello-preflight catalogue --plan-schema" prints its JSON schema.',
  );
