import { userInfo } from 'node:os';
import type { appContract } from '../../../src-shared/ipc/app';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { describeCatalogue } from '../../engine/describe-catalogue';
import { catalogueDate, catalogueVersion } from '../../knowledge/catalogue';
import { oldestKnowledgeDate } from '../../knowledge/knowledge-dates';
import { allowedAddresses, externalAddress } from '../../security/external-links';
import type { AppContext } from '../app-context';

export function appHandlers({ desktop, settings, version, storageFolder }: AppContext): HandlersOf<typeof appContract> {
  const checks = describeCatalogue();
  const allowed = allowedAddresses(checks.flatMap((check) => check.sources));
  return {
    info: () => ({
      version,
      catalogueVersion,
      catalogueDate,
      knowledgeDate: oldestKnowledgeDate,
      platform: `${process.platform} ${process.arch}`,
      storageFolder,
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
    settings: () => settings.read(),
    saveSettings: (changed) => {
      settings.write(changed);
      desktop.applyTheme(changed.theme);
      return {};
    },
    systemTheme: () => desktop.systemTheme(),
  };
}
