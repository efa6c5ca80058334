import type { ReportNote } from '../../../src-shared/report/report-note';
import type { EngagementFile } from '../../store/engagement-file';
import { listNotes } from '../../store/finding-notes';
import { pictureBase64 } from '../notes/keep-picture';

/** Notes with their pictures, for a report that was asked to have them. */
export async function loadReportNotes(file: EngagementFile): Promise<ReportNote[]> {
  const notes: ReportNote[] = [];
  for (const { checkId, note, pictures } of listNotes(file)) {
    const whole: ReportNote['pictures'] = [];
    for (const { mediaType, width, height, caption, sha256 } of pictures)
      whole.push({ mediaType, width, height, caption, base64: await pictureBase64(file, sha256) });
    notes.push({ checkId, note, pictures: whole });
  }
  return notes;
}
