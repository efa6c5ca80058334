/** Hosts of the `app:` scheme: the page, and documents to print or preview. */
export type OwnHost = 'ui' | 'print';

/** Parses an address of ours; undefined for every other one. Never compared by prefix: `app://ui.evil/` is not ours. */
export function ownAddress(address: string): { readonly host: OwnHost; readonly path: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  if (protocol !== 'app:' || port !== '' || username !== '' || password !== '') return undefined;
  return hostname === 'ui' || hostname === 'print' ? { host: hostname, path: pathname } : undefined;
}

/** A page may load itself again; its frames show documents to preview and nothing else. */
export function isAllowedNavigation(target: string, current: string, isMainFrame: boolean): boolean {
  const host = ownAddress(target)?.host;
  if (host === undefined) return false;
  return isMainFrame ? host === ownAddress(current)?.host : host === 'print';
}

/** What the browser session may fetch: the app itself, embedded data and, in a checkout, the developer tools. */
export function isOwnRequest(url: string, options: { readonly devTools: boolean }): boolean {
  if (ownAddress(url) !== undefined) return true;
  const scheme = url.slice(0, url.indexOf(':') + 1).toLowerCase();
  return scheme === 'data:' || (options.devTools && scheme === 'devtools:');
}
