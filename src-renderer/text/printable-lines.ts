import { printable } from '../../src-shared/model/printable';

/** As `printable`, for text that may have several lines: line ends and tabs stay, everything else that is hostile is made visible. */
export function printableLines(text: string, limit = 4096): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut
    .split(/\r\n|\n/u)
    .map((line) =>
      line
        .split('\t')
        .map((part) => printable(part, part.length))
        .join('\t'),
    )
    .join('\n');
}
