import { type JobControl, type RunningJob, useJob } from '../../api/use-job';
import { announce } from '../../shell/announcer';

/** Titles of the kinds of document, in the order in which they are offered. */
export const documentTitles = {
  pdf: 'PDF',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'Folder of CSV files',
  html: 'Web page',
  json: 'JSON',
} as const;
export type DocumentFormat = keyof typeof documentTitles;

export interface Written {
  /** Null when the dialog for saving was cancelled. */
  readonly path: string | null;
  readonly sizeBytes: number | null;
  /** What to know about the file before it is handed over. */
  readonly remark: string | null;
}
interface Phase {
  readonly phase: string;
}

export type BeginWriting<F extends DocumentFormat> = (
  format: F,
  onProgress: (progress: Phase) => void,
) => RunningJob<Written>;

export interface Writing<F extends DocumentFormat> {
  readonly job: JobControl<Phase, Written>;
  readonly write: (format: F) => Promise<void>;
}

/** Writes a document to where the consultant chooses, and says so at the end. `what` begins the sentence: "The report". */
export function useWriting<F extends DocumentFormat>(what: string, begin: BeginWriting<F>): Writing<F> {
  const job = useJob<Phase, Written>();
  const write = async (format: F): Promise<void> => {
    const answer = await job.start((onProgress) => begin(format, onProgress));
    if (answer.ok && answer.value.path !== null) announce(`${what} was written: ${documentTitles[format]}.`);
  };
  return { job, write };
}
