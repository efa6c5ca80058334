import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AppContext } from '../../src-main/features/app-context';
import type { Desktop } from '../../src-main/features/desktop';
import { openLibrary } from '../../src-main/features/library/library-file';
import { doReportWork } from '../../src-main/features/report/report-work';
import { Unlocked } from '../../src-main/features/search/unlocked';
import { Session } from '../../src-main/features/session';
import { openSettings } from '../../src-main/features/settings-file';
import { spawnNodeHost } from '../../src-main/host/spawn-node-host';
import { createHostSupervisor } from '../../src-main/host/supervisor';
import { doWholeFileWork } from '../../src-main/store/whole-file/whole-file-work';
import { temporaryFolder } from './temporary-folder';

/** What a person would have answered in system dialogs, and what was asked of the desktop. */
export interface DesktopRecord extends Desktop {
  readonly asked: string[];
}

function recordingDesktop(answers: Partial<Desktop>): DesktopRecord {
  const asked: string[] = [];
  return {
    asked,
    chooseEngagement: async () => undefined,
    chooseImports: async () => [],
    chooseCollectorFolder: async () => undefined,
    chooseCaFile: async () => undefined,
    chooseAttachment: async () => undefined,
    chooseStorageFolder: async () => undefined,
    chooseLogo: async () => undefined,
    chooseReportProfile: async () => undefined,
    chooseSavePath: async () => undefined,
    openAddress: async (url) => void asked.push(`open ${url}`),
    hasUserGesture: () => true,
    copyText: (text) => void asked.push(`copy ${text}`),
    revealFile: (path) => void asked.push(`reveal ${path}`),
    systemTheme: () => ({ dark: false, highContrast: false }),
    applyTheme: (theme) => void asked.push(`theme ${theme}`),
    showTitle: (title) => void asked.push(`title ${title}`),
    ...answers,
  };
}

/** Real files, a real store and, with `hostEntry`, a real assessment host; only the desktop is stood in for. */
export function appContext(
  options: { readonly hostEntry?: string; readonly answers?: Partial<Desktop>; readonly folder?: string } = {},
): AppContext & { readonly desktop: DesktopRecord } {
  const folder = options.folder ?? temporaryFolder();
  const context = {
    session: new Session(),
    unlocked: new Unlocked(),
    library: openLibrary(join(folder, 'library.json')),
    settings: openSettings(join(folder, 'settings.json')),
    host: createHostSupervisor({ spawn: spawnNodeHost(options.hostEntry ?? '/nowhere'), log: () => undefined }),
    desktop: recordingDesktop(options.answers ?? {}),
    collector: { user: 'ada', host: 'laptop', version: '0.1.0' },
    version: '0.1.0',
    storageFolder: join(folder, 'engagements'),
    demoFolder: resolve('assets/demo'),
    reportWork: doReportWork,
    written: new Set<string>(),
    wholeFile: doWholeFileWork,
  };
  onTestFinished(async () => {
    await context.session.close();
    context.unlocked.lockAll();
    context.host.close();
  });
  return context;
}
