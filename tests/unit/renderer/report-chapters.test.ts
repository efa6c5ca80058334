import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src-main/report/html/sections';
import { reportChapters } from '../../../src-renderer/features/report/report-chapters';

test.each(['executive', 'technical'] as const)('the contents of the %s report are those of the document', (profile) => {
  expect(reportChapters[profile]).toEqual(sectionsOf(profile).map((section) => section.title));
});
