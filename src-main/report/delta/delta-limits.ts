/** What a printed delta report shows before it points to the workbook and the JSON, which hold all of it. */
export const checksShown = 60;
export const deltaObjectsShown = 6;
/** Characters of what was found. */
export const summaryShown = 260;
/** Of what is open as before: the full report has it. */
export const openShown = 25;
export const openSummaryShown = 150;
export const decisionsShown = 100;
export const rulesShown = 60;
