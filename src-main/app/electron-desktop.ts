import { type BrowserWindow, clipboard, dialog, type FileFilter, shell } from 'electron';
import type { Desktop } from '../features/desktop';
import { watchGestures } from '../security/user-gesture';
import { applyTheme, systemTheme } from './theme';

/** Electron's side of {@link Desktop}, for the main window. */
export function electronDesktop(window: BrowserWindow): Desktop {
  return {
    chooseEngagement: async (folder) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open an engagement',
        defaultPath: folder,
        filters: [{ name: 'Hello Preflight engagement', extensions: ['preflight'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return filePaths[0];
    },
    chooseImports: async (kind) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: kind === 'files' ? 'Choose files to import' : 'Choose a folder to import',
        properties:
          kind === 'files' ? ['openFile', 'multiSelections', 'dontAddToRecent'] : ['openDirectory', 'dontAddToRecent'],
      });
      return filePaths;
    },
    chooseCollectorFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose a folder for the collectors',
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return filePaths[0];
    },
    chooseCaFile: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose CA certificates to trust',
        filters: [{ name: 'Certificates (PEM)', extensions: ['pem', 'crt', 'cer'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return filePaths[0];
    },
    chooseAttachment: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose a document that proves the answer',
        properties: ['openFile', 'dontAddToRecent'],
      });
      return filePaths[0];
    },
    chooseStorageFolder: async (present) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose the folder for new engagements',
        defaultPath: present,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return filePaths[0];
    },
    chooseLogo: () =>
      chooseOne(window, 'Choose a logo for reports', {
        name: 'Pictures (PNG, JPEG)',
        extensions: ['png', 'jpg', 'jpeg'],
      }),
    chooseReportProfile: () =>
      chooseOne(window, 'Import a report profile', { name: 'Report profile', extensions: ['json'] }),
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

async function chooseOne(window: BrowserWindow, title: string, filter: FileFilter): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [filter],
    properties: ['openFile', 'dontAddToRecent'],
  });
  return filePaths[0];
}
