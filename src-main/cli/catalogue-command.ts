import { assertNever } from '../../src-shared/model/assert-never';
import { describeCatalogue } from '../engine/describe-catalogue';
import { catalogueDate, catalogueVersion } from '../knowledge/catalogue';
import { deltaJsonSchema, reportJsonSchema } from '../report/report-json-schema';
import type { Command } from './arguments';
import type { ConsoleIo } from './console-io';
import { type ExitCode, exitCode } from './exit-code';
import { planJsonSchema } from './read-plan';

type CatalogueCommand = Extract<Command, { name: 'catalogue' }>;

/** Prints every check with its metadata, or the JSON schema of a plan, of a report or of a delta report. */
export function runCatalogue({ prints }: Pick<CatalogueCommand, 'prints'>, io: ConsoleIo): ExitCode {
  if (prints === 'list') for (const line of catalogueLines()) io.out(line);
  else io.out(JSON.stringify(partOf(prints), null, 2));
  return exitCode.done;
}

function partOf(prints: Exclude<CatalogueCommand['prints'], 'list'>): unknown {
  switch (prints) {
    case 'json':
      return describeCatalogue();
    case 'plan-schema':
      return planJsonSchema();
    case 'report-schema':
      return reportJsonSchema();
    case 'delta-schema':
      return deltaJsonSchema();
    default:
      return assertNever(prints);
  }
}

function catalogueLines(): readonly string[] {
  const checks = describeCatalogue();
  const judged = checks.filter((check) => check.implemented).length;
  return [
    `Catalogue ${catalogueVersion} of ${catalogueDate}: ${judged} of ${checks.length} checks are judged by this version.`,
    ...checks.map(
      ({ id, implemented, severity, title }) => `${implemented ? '*' : ' '} ${id}  ${severity.padEnd(8)} ${title}`,
    ),
  ];
}
