import { z } from 'zod';
import { reportDocumentSchema } from '../../src-shared/report/report-document';

/** The published JSON schema of what `--json` writes. */
export const reportJsonSchema = (): unknown => ({
  title: 'Report document of Hello Preflight',
  ...z.toJSONSchema(reportDocumentSchema),
});
