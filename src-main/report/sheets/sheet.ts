/** Numbers stay numbers, so that they can be sorted; instants are ISO 8601, UTC. */
export type CellValue = string | number;

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** At most 31 characters, as Excel wants it. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Columns by title and width. */
export const columns = (widths: Readonly<Record<string, number>>): readonly SheetColumn[] =>
  Object.entries(widths).map(([title, width]) => ({ title, width }));
