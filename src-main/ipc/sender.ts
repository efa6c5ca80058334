import type { WebContents, WebFrameMain } from 'electron';
import { ownAddress } from '../security/own-address';

/** Electron's checklist 17: only the top frame of our window, showing our own page, is heard. */
export function isTrustedSender(frame: WebFrameMain | null, page: WebContents | undefined): boolean {
  if (frame === null || page === undefined || page.isDestroyed()) return false;
  const isTopFrame = frame.parent === null && frame === page.mainFrame;
  return isTopFrame && ownAddress(frame.url)?.host === 'ui';
}
