import { z } from 'zod';
import { deltaDocumentSchema } from '../../src-shared/report/delta-document';
import { reportDocumentSchema } from '../../src-shared/report/report-document';

/** The published JSON schema of what `--json` writes. */
export const reportJsonSchema = (): unknown => ({
  title: 'Report document of Hello Preflight',
  ...z.toJSONSchema(reportDocumentSchema),
});

/** The published JSON schema of what `compare --json` writes. */
export const deltaJsonSchema = (): unknown => ({
  title: 'Delta report document of Hello Preflight',
  ...z.toJSONSchema(deltaDocumentSchema),
});
