/** Inches, for Electron; `html/styles/base.css` says the same for a browser that prints the HTML report. The top and bottom lines stand inside them. */
export const pageMargins = { top: 0.95, bottom: 0.9, left: 0.9, right: 0.9 } as const;
