import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleInto } from '../support/bundle-into';

/** A process that runs the product's code as it is built, and answers one request after the other. */
export interface BundledProgram<Request, Answer> {
  ask(request: Request): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Bundles a file that calls `answerRequests` and starts it. What runs the benchmarks itself looks up every import anew at each call, which the product does
 * not.
 */
export async function startProgram<Request extends object, Answer>(
  file: string,
): Promise<BundledProgram<Request, Answer>> {
  await mkdir('out', { recursive: true });
  const folder = await mkdtemp(path.join(path.resolve('out'), 'bundle-'));
  const child = fork(await bundleInto(folder, file), [], { execArgv: [] });
  const ended = once(child, 'exit');
  return {
    ask: async (request) => {
      const answered = once(child, 'message');
      child.send(request);
      const [answer] = await Promise.race([answered, ended.then(([code]) => fail(file, code))]);
      if (isProblem(answer)) throw new Error(answer.problem);
      return answer as Answer;
    },
    close: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

const isProblem = (answer: unknown): answer is { readonly problem: string } =>
  typeof answer === 'object' && answer !== null && 'problem' in answer;

function fail(file: string, code: unknown): never {
  throw new Error(`${path.basename(file)} ended with ${String(code)}`);
}
