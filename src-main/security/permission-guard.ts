import type { Session } from 'electron';

/** The only thing the page may ask the browser for: writing text it was told to copy. */
const granted = 'clipboard-sanitized-write';

/** Electron's checklist 5, for every way a page can ask for something. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}
