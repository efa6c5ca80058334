import { userInfo } from 'node:os';
import type { appContract } from '../../../src-shared/ipc/app';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { describeCatalogue } from '../../engine/describe-catalogue';
import { catalogueDate, catalogueVersion } from '../../knowledge/catalogue';
import { oldestKnowledgeDate } from '../../knowledge/knowledge-dates';
import { allowedAddresses, externalAddress } from '../../security/external-links';
import type { AppContext } from '../app-context';
import { assertWritableFolder, storageFolderOf } from '../library/storage-folder';

export function appHandlers(context: AppContext): HandlersOf<typeof appContract> {
  const { desktop, settings, version } = context;
  const checks = describeCatalogue();
  const allowed = allowedAddresses(checks.flatMap((check) => check.sources));
  return {
    info: () => ({
      version,
      catalogueVersion,
      catalogueDate,
      knowledgeDate: oldestKnowledgeDate,
      platform: `${process.platform} ${process.arch}`,
      storageFolder: storageFolderOf(context),
      isUsualStorageFolder: storageFolderOf(context) === context.storageFolder,
      userName: userInfo().username,
    }),
    catalogue: () => ({ checks }),
    openLink: async ({ url }) => {
      const address = externalAddress(url, allowed);
      if (address === undefined || !desktop.hasUserGesture()) return { opened: false };
      await desktop.openAddress(address);
      return { opened: true };
    },
    copyText: ({ text }) => {
      desktop.copyText(text);
      return {};
    },
    settings: () => {
      const { theme, paper } = settings.read();
      return { theme, paper };
    },
    saveSettings: (changed) => {
      settings.write({ ...settings.read(), ...changed });
      desktop.applyTheme(changed.theme);
      return {};
    },
    chooseStorageFolder: async () => {
      const folder = await desktop.chooseStorageFolder(storageFolderOf(context));
      if (folder !== undefined) {
        assertWritableFolder(folder);
        settings.write({ ...settings.read(), storageFolder: folder });
      }
      return { storageFolder: storageFolderOf(context) };
    },
    useUsualStorageFolder: () => {
      const { storageFolder: _, ...others } = settings.read();
      settings.write(others);
      return { storageFolder: storageFolderOf(context) };
    },
    systemTheme: () => desktop.systemTheme(),
  };
}
