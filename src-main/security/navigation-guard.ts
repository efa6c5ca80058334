import { app, type WebContents } from 'electron';
import { log } from '../app/log';
import { isAllowedNavigation } from './own-address';

/** Electron's checklist 11–14: no page ever leaves its address, opens a window or holds a webview. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  const stop = (event: { preventDefault: () => void }, url: string): void => {
    event.preventDefault();
    log('security').warn(`Stopped navigation to ${url.slice(0, 200)}`);
  };
  contents.on('will-navigate', (event) => {
    if (!isAllowedNavigation(event.url, contents.getURL(), event.isMainFrame)) stop(event, event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedNavigation(event.url, contents.getURL(), event.isMainFrame)) stop(event, event.url);
  });
  contents.on('will-redirect', (event) => stop(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log('security').warn(`Refused a window for ${url.slice(0, 200)}`);
    return { action: 'deny' };
  });
}
