import type { Session } from 'electron';
import { isOwnRequest } from './own-address';

/** The page makes no request to anything but the app itself, whatever its content policy says; downloads do not exist. */
export function guardNetwork(session: Session, options: { readonly devTools: boolean }): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isOwnRequest(details.url, options) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false); // its dictionaries would be downloaded
}
