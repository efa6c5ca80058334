/** Id of a new source: `dc-dc1-contoso-com`, with a number when it is taken. Lower-case letters, digits and hyphens, at most 64. */
export function newSourceId(
  prefix: 'dc' | 'adfs' | 'sysvol' | 'entra',
  name: string,
  taken: readonly string[],
): string {
  const base = `${prefix}-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')}`.slice(0, 58);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
