import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import { readLogo } from '../../report/read-branding';
import type { Desktop } from '../desktop';
import type { SettingsFile } from '../settings-file';

type BrandingHandlers = Pick<
  HandlersOf<typeof reportContract>,
  'branding' | 'saveBranding' | 'chooseLogo' | 'removeLogo'
>;

/** The report profile of this user, kept with the settings. */
export function brandingHandlers(settings: SettingsFile, desktop: Desktop): BrandingHandlers {
  const keep = (branding: ReportBranding): { branding: ReportBranding } => {
    settings.write({ ...settings.read(), branding });
    return { branding };
  };
  return {
    branding: () => ({ branding: settings.read().branding }),
    saveBranding: ({ branding }) => {
      const { logo } = settings.read().branding;
      return keep({ ...branding, ...(logo === undefined ? {} : { logo }) });
    },
    chooseLogo: async () => {
      const path = await desktop.chooseLogo();
      const logo = path === undefined ? undefined : await readLogo(path);
      const { branding } = settings.read();
      return logo === undefined ? { branding } : keep({ ...branding, logo });
    },
    removeLogo: () => {
      const { logo: _, ...rest } = settings.read().branding;
      return keep(rest);
    },
  };
}
