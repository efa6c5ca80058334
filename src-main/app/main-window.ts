import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { lockedDown } from '../security/web-preferences';
import type { AppPaths } from './paths';
import { keepWindowState, readWindowState } from './window-state';

const background = { light: '#fafafa', dark: '#1f1f1f' };

/** The one window. It is shown when the page has something to show. */
export function createMainWindow(paths: AppPaths, options: { readonly devTools: boolean }): BrowserWindow {
  const stateFile = join(paths.userData, 'window.json');
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: state?.width ?? 1366,
    height: state?.height ?? 860,
    ...(state === undefined ? {} : { x: state.x, y: state.y }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Hello Preflight',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    autoHideMenuBar: true,
    webPreferences: {
      ...lockedDown,
      preload: paths.preload,
      devTools: options.devTools,
    },
  });
  keepWindowState(window, stateFile);
  window.on('page-title-updated', (event) => event.preventDefault()); // the title is the engagement's, set by main
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    window.show();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed())
      window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? background.dark : background.light);
  });
  return window;
}
