import type { ListLine } from './group-rows';

const pageOfRows = 10;

/** Where a key takes the selection in a list of lines; group heads are passed over. Undefined: the key does nothing or there is nowhere to go. */
export function nextIndex(lines: readonly ListLine[], current: number, key: string): number | undefined {
  const last = lines.length - 1;
  switch (key) {
    case 'ArrowDown':
      return findFrom(lines, current + 1, 1);
    case 'ArrowUp':
      return findFrom(lines, current < 0 ? last : current - 1, -1);
    case 'PageDown':
      return findFrom(lines, Math.min(current + pageOfRows, last), 1) ?? findFrom(lines, last, -1);
    case 'PageUp':
      return findFrom(lines, Math.max(current - pageOfRows, 0), -1) ?? findFrom(lines, 0, 1);
    case 'Home':
      return findFrom(lines, 0, 1);
    case 'End':
      return findFrom(lines, last, -1);
    default:
      return undefined;
  }
}

function findFrom(lines: readonly ListLine[], start: number, step: 1 | -1): number | undefined {
  for (let index = start; index >= 0 && index < lines.length; index += step) {
    if (lines[index]?.kind === 'finding') return index;
  }
  return undefined;
}
