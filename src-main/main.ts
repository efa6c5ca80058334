import { app, type BrowserWindow } from 'electron';
import { appArguments } from './app/app-arguments';
import { reportExceptions } from './app/exceptions';
import { log, openLog } from './app/log';
import { appPaths } from './app/paths';
import { productVersion } from './app/product';
import { startCommand } from './app/start-command';
import { startWindow } from './app/start-window';
import { chooseUserData } from './app/user-data';
import { isCommandLine } from './cli/arguments';
import { declareAppScheme } from './security/app-protocol';
import { forbiddenFlag } from './security/launch-flags';
import { guardNavigation } from './security/navigation-guard';
import { quietBrowser } from './security/quiet-browser';
import { claimSingleInstance } from './security/single-instance';

/** Start-up order, nothing else. */
function start(): void {
  if (app.isPackaged && forbiddenFlag(process.argv) !== undefined) {
    app.exit(2);
    return;
  }
  // Chromium cannot use its sandbox as root; Electron would then end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const isIsolated = chooseUserData(process.env);
  declareAppScheme();
  quietBrowser();
  guardNavigation();

  const argv = appArguments(process.argv, app.isPackaged);
  const isCommand = isCommandLine(argv);
  let window: BrowserWindow | undefined;
  if (!isCommand && !claimSingleInstance(() => bringForward(window))) {
    app.exit(0);
    return;
  }

  const paths = appPaths(isIsolated);
  openLog(paths.logs);
  reportExceptions();
  log('app').info(`Hello Preflight ${productVersion} on ${process.platform}, Electron ${process.versions.electron}`);
  // Not awaited: the app becomes ready only after this module has run.
  void app.whenReady().then(async () => {
    if (isCommand) await startCommand(argv, paths);
    else window = await startWindow(paths);
  });
}

function bringForward(window: BrowserWindow | undefined): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

start();
