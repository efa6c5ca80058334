export const papers = ['A4', 'Letter'] as const;
export type Paper = (typeof papers)[number];

/** `executive`: what management reads; `technical`: everything. */
export const reportProfiles = ['executive', 'technical'] as const;
/** `finding`: one finding alone, which nobody chooses as a profile. */
export type ReportProfile = (typeof reportProfiles)[number] | 'finding';

export interface ReportOptions {
  readonly paper: Paper;
  readonly profile: ReportProfile;
}

/** Everything a report is written as. `csv` is a folder with one file per table. */
export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
