/** Contrast of a colour (`#rrggbb`) with white paper, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOnPaper(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05);
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

/** What text needs (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;
