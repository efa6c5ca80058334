import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { AppContext } from '../features/app-context';
import { createHandlers } from '../features/handlers';
import { openLibrary } from '../features/library/library-file';
import { reportInThread } from '../features/report/report-in-thread';
import { mergeRunProgress } from '../features/run/merge-progress';
import { Unlocked } from '../features/search/unlocked';
import { Session } from '../features/session';
import { openSettings } from '../features/settings-file';
import { spawnUtilityHost } from '../host/spawn-utility-host';
import { createHostSupervisor } from '../host/supervisor';
import { createRouter } from '../ipc/router';
import { serveApp } from '../security/app-protocol';
import { guardNetwork } from '../security/network-guard';
import { guardPermissions } from '../security/permission-guard';
import { workInThread } from '../store/whole-file/work-in-thread';
import { thisCollector } from './collector';
import { electronDesktop } from './electron-desktop';
import { endInOrder } from './lifecycle';
import { log } from './log';
import { createMainWindow } from './main-window';
import { installMenu } from './menu';
import type { AppPaths } from './paths';
import { productVersion } from './product';
import { applyTheme, systemTheme } from './theme';

/** Builds the window and everything behind it; the app must be ready. */
export async function startWindow(paths: AppPaths): Promise<BrowserWindow> {
  const devTools = !app.isPackaged;
  guardPermissions(session.defaultSession);
  guardNetwork(session.defaultSession, { devTools });
  serveApp(paths.page);
  installMenu({ devTools });

  const settings = openSettings(join(paths.userData, 'settings.json'));
  applyTheme(settings.read().theme);
  const window = createMainWindow(paths, { devTools });
  const context: AppContext = {
    session: new Session(),
    unlocked: new Unlocked(),
    library: openLibrary(join(paths.userData, 'library.json')),
    settings,
    host: createHostSupervisor({
      spawn: spawnUtilityHost(paths.host),
      log: (level, message) => log('host')[level](message),
    }),
    desktop: electronDesktop(window),
    collector: thisCollector(process.env),
    version: productVersion,
    storageFolder: paths.storage,
    demoFolder: paths.demo,
    reportWork: reportInThread(paths.reportWorker),
    written: new Set(),
    wholeFile: workInThread(paths.wholeFileWorker),
  };
  const router = createRouter(createHandlers(context), {
    'run.start': mergeRunProgress,
    'run.import': mergeRunProgress,
  });
  router.attach(window.webContents);
  nativeTheme.on('updated', () => router.emit('app', 'systemThemeChanged', systemTheme()));
  endInOrder(context);
  await window.loadURL('app://ui/');
  return window;
}
