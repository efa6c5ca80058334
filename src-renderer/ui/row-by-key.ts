/** Where a key takes the active row of a list of `count` rows; undefined when the key does not move it. `page` is how many rows Page Up and Page Down pass over. */
export function rowByKey(key: string, active: number, count: number, page: number): number | undefined {
  const wanted = wantedRow(key, active, count, page);
  return wanted === undefined || count === 0 ? undefined : Math.min(Math.max(wanted, 0), count - 1);
}

function wantedRow(key: string, active: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
