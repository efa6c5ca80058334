/** Formats of reports as the dialog for saving names them. */
export const exportFormats = {
  pdf: { name: 'PDF', extension: 'pdf' },
  docx: { name: 'Word document', extension: 'docx' },
  xlsx: { name: 'Excel workbook', extension: 'xlsx' },
  csv: { name: 'Folder of CSV files', extension: 'csv' },
  html: { name: 'Web page', extension: 'html' },
  json: { name: 'JSON', extension: 'json' },
} as const;
