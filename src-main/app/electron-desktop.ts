import { type BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Desktop } from '../features/desktop';
import { watchGestures } from '../security/user-gesture';
import { applyTheme, systemTheme } from './theme';

/** Electron's side of {@link Desktop}, for the main window. */
export function electronDesktop(window: BrowserWindow): Desktop {
  return {
    chooseEngagement: (folder) =>
      chooseOne(window, {
        title: 'Open an engagement',
        defaultPath: folder,
        filters: [{ name: 'Hello Preflight engagement', extensions: ['preflight'] }],
        properties: ['openFile', 'dontAddToRecent'],
      }),
    chooseImports: async (kind) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: kind === 'files' ? 'Choose files to import' : 'Choose a folder to import',
        properties:
          kind === 'files' ? ['openFile', 'multiSelections', 'dontAddToRecent'] : ['openDirectory', 'dontAddToRecent'],
      });
      return filePaths;
    },
    chooseCollectorFolder: () =>
      chooseOne(window, {
        title: 'Choose a folder for the collectors',
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      }),
    chooseCaFile: () =>
      chooseOne(window, {
        title: 'Choose CA certificates to trust',
        filters: [{ name: 'Certificates (PEM)', extensions: ['pem', 'crt', 'cer'] }],
        properties: ['openFile', 'dontAddToRecent'],
      }),
    chooseAttachment: () =>
      chooseOne(window, {
        title: 'Choose a document that proves the answer',
        properties: ['openFile', 'dontAddToRecent'],
      }),
    chooseStorageFolder: (present) =>
      chooseOne(window, {
        title: 'Choose the folder for new engagements',
        defaultPath: present,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      }),
    chooseLogo: () =>
      chooseOne(window, {
        title: 'Choose a logo for reports',
        filters: [{ name: 'Pictures (PNG, JPEG)', extensions: ['png', 'jpg', 'jpeg'] }],
        properties: ['openFile', 'dontAddToRecent'],
      }),
    chooseReportProfile: () =>
      chooseOne(window, {
        title: 'Import a report profile',
        filters: [{ name: 'Report profile', extensions: ['json'] }],
        properties: ['openFile', 'dontAddToRecent'],
      }),
    chooseSavePath: async (suggested, format) => {
      const { filePath } = await dialog.showSaveDialog(window, {
        title: format.title ?? 'Save the report',
        defaultPath: suggested,
        filters: [{ name: format.name, extensions: [format.extension] }],
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return filePath === '' ? undefined : filePath;
    },
    openAddress: (url) => shell.openExternal(url),
    hasUserGesture: watchGestures(window.webContents),
    copyText: (text) => clipboard.writeText(text),
    revealFile: (path) => shell.showItemInFolder(path),
    systemTheme,
    applyTheme,
    showTitle: (engagement) =>
      window.setTitle(engagement === undefined ? 'Hello Preflight' : `${engagement} – Hello Preflight`),
  };
}

/** The path of what was chosen; undefined when nothing was. */
async function chooseOne(window: BrowserWindow, options: OpenDialogOptions): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, options);
  return filePaths[0];
}
