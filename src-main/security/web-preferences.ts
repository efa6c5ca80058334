import type { WebPreferences } from 'electron';

/** What every window of ours refuses its page, whatever it shows (Electron's checklist 2, 3, 4 and 11); what more it refuses or allows stands with the window. */
export const lockedDown = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;
