import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// The least an Electron app can do: one window with one local page, of the size and with the switches of ours.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadFile(join(import.meta.dirname, 'index.html'));
});
