/** A line of a raw input as the viewer shows it. */
export interface RawLine {
  readonly number: number;
  readonly text: string;
  readonly highlighted: boolean;
}

export interface RawWindow {
  readonly lines: RawLine[];
  readonly totalLines: number;
}

const before = 60;
const after = 240;
/** Characters of a line that are shown. */
const lineLimit = 2000;

/**
 * A window of a text around the first line that contains `locate` (any case), or its beginning. Keeps only what it shows. Only the first place is
 * highlighted: it is the one the finding speaks of.
 */
export async function textWindow(
  batches: AsyncIterable<readonly string[]>,
  locate: string | undefined,
): Promise<RawWindow> {
  const wanted = locate === undefined || locate === '' ? undefined : locate.toLowerCase();
  const start: RawLine[] = [];
  const recent: string[] = [];
  let around: RawLine[] | undefined;
  let number = 0;
  for await (const batch of batches) {
    for (const text of batch) {
      number += 1;
      if (around === undefined && wanted !== undefined && text.toLowerCase().includes(wanted)) {
        const first = number - recent.length;
        const earlier = recent.map((line, index) => ({
          number: first + index,
          text: shorten(line),
          highlighted: false,
        }));
        around = [...earlier, { number, text: shorten(text, wanted), highlighted: true }];
      } else if (around !== undefined && around.length < before + after) {
        around.push({ number, text: shorten(text), highlighted: false });
      }
      if (start.length < before + after) start.push({ number, text: shorten(text), highlighted: false });
      if (recent.push(text) > before) recent.shift();
    }
  }
  return { lines: around ?? start, totalLines: number };
}

/** A very long line is cut around what was looked for. */
function shorten(text: string, wanted?: string): string {
  if (text.length <= lineLimit) return text;
  const at = wanted === undefined ? 0 : Math.max(0, text.toLowerCase().indexOf(wanted) - lineLimit / 2);
  const part = text.slice(at, at + lineLimit);
  return `${at > 0 ? '…' : ''}${part}${at + lineLimit < text.length ? '…' : ''}`;
}

/** Splits decoded text into lines, whatever ends them, a batch for each piece of text. A line longer than `limit` is broken there. */
export async function* splitLines(pieces: AsyncIterable<string>, limit = 1_000_000): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    // A carriage return at the very end may be half of a line end.
    const usable = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, usable).split(/\r\n|\n|\r/u);
    rest = (lines.pop() ?? '') + text.slice(usable);
    if (rest.length > limit) {
      lines.push(rest);
      rest = '';
    }
    yield lines;
  }
  if (rest !== '') yield [rest.replace(/\r$/u, '')];
}
