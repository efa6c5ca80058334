import path from 'node:path';
import type { RunningApp } from '../../support/electron-app';
import { alternate } from '../alternate';
import { type BundledProgram, startProgram } from '../bundled-program';
import { type Measured, rounded } from '../measurement';
import { exportReport } from './export-report';
import type { WorkbookRequest, WorkbookWritten } from './write-workbook';

const pairs = 3;

/** The workbook of 50,000 objects against the same cells written plainly: time and the memory it takes. */
export async function measureXlsx(app: RunningApp, folder: string): Promise<readonly Measured[]> {
  const report = path.join(folder, 'report.json');
  await exportReport(app, 'json', report);
  const whole = await exportReport(app, 'xlsx', path.join(folder, 'report.xlsx'));
  const memory: Record<WorkbookRequest['by'], number> = { app: 0, plain: 0 };
  const write = async (by: WorkbookRequest['by']): Promise<number> => {
    const { ms, megabytes } = await writeOnce({ report, by });
    memory[by] = Math.max(memory[by], megabytes);
    return ms;
  };
  const { ratio, ours, theirs } = await alternate({ ours: () => write('app'), theirs: () => write('plain') }, pairs);
  return [
    {
      measurement: {
        name: 'Workbook of 50,000 objects / the same cells written plainly',
        value: rounded(ratio),
        unit: 'x',
        goal: 3,
        better: 'lower',
      },
      details: `writer ${Math.round(ours)} ms, plain ${Math.round(theirs)} ms, medians of ${pairs} alternating runs; in the app, with reading the engagement, ${Math.round(whole)} ms`,
    },
    {
      measurement: {
        name: 'Memory to write the workbook of 50,000 objects / plainly',
        value: rounded(memory.app / memory.plain),
        unit: 'x',
        goal: 1.5,
        better: 'lower',
      },
      details: `resident, beyond the report itself: writer ${Math.round(memory.app)} MB, plain ${Math.round(memory.plain)} MB`,
    },
  ];
}

async function writeOnce(request: WorkbookRequest): Promise<WorkbookWritten> {
  const program: BundledProgram<WorkbookRequest, WorkbookWritten> = await startProgram(
    path.join(import.meta.dirname, 'write-workbook.ts'),
  );
  try {
    return await program.ask(request);
  } finally {
    await program.close();
  }
}
