import { describeCatalogue } from '../engine/describe-catalogue';
import { catalogueDate, catalogueVersion } from '../knowledge/catalogue';
import { reportJsonSchema } from '../report/report-json-schema';
import type { Command } from './arguments';
import type { ConsoleIo } from './console-io';
import { type ExitCode, exitCode } from './exit-code';
import { planJsonSchema } from './read-plan';

/** Prints every check with its metadata, or the JSON schema of a plan or of a report. */
export function runCatalogue(command: Omit<Extract<Command, { name: 'catalogue' }>, 'name'>, io: ConsoleIo): ExitCode {
  const checks = describeCatalogue();
  if (command.planSchema) io.out(JSON.stringify(planJsonSchema(), null, 2));
  else if (command.reportSchema) io.out(JSON.stringify(reportJsonSchema(), null, 2));
  else if (command.json) io.out(JSON.stringify(checks, null, 2));
  else {
    const judged = checks.filter((check) => check.implemented).length;
    io.out(
      `Catalogue ${catalogueVersion} of ${catalogueDate}: ${judged} of ${checks.length} checks are judged by this version.`,
    );
    for (const { id, implemented, severity, title } of checks)
      io.out(`${implemented ? '*' : ' '} ${id}  ${severity.padEnd(8)} ${title}`);
  }
  return exitCode.done;
}
