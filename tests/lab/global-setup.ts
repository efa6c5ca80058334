import type { TestProject } from 'vitest/node';
import { attachLab, findLab, type LabDescription, startLab } from './lab.ts';
import { describeLab } from './lab-description.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly lab: LabDescription;
  }
}

/**
 * Starts the one lab all lab tests share, and stops it at their end. A lab that was started by hand (`lab-cli.ts start`) is used
 * as it is, after a reset, and left running.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await findLab('detached');
  if (running) {
    await running.reset();
    project.provide('lab', describeLab(running.folder));
    return async () => undefined;
  }
  const { folder } = await startLab({ waitMs: 10 * 60_000, say: (line) => process.stderr.write(`lab: ${line}\n`) });
  const description = describeLab(folder);
  project.provide('lab', description);
  return () => attachLab(description).stop();
}
