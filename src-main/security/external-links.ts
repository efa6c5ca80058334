/**
 * The address to give to the system browser, re-serialised by the parser; undefined unless it is exactly one of the addresses the catalogue refers to.
 * Electron's checklist 15.
 */
export function externalAddress(url: string, allowed: ReadonlySet<string>): string | undefined {
  const address = normalised(url);
  return address !== undefined && allowed.has(address) ? address : undefined;
}

/** The allow-list from the references of all checks. */
export const allowedAddresses = (references: readonly string[]): ReadonlySet<string> =>
  new Set(references.flatMap((reference) => normalised(reference) ?? []));

function normalised(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' ? href : undefined;
}
