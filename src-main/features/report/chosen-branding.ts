import { noBranding, type ReportBranding } from '../../../src-shared/report/report-branding';
import { profileNamed } from '../../../src-shared/report/report-profiles';
import { profilesOf, type SettingsFile } from '../settings-file';

/** How a report looks: by the profile of that name, by the one that is used when none is named, or by none. */
export function chosenBranding(settings: SettingsFile, name?: string): ReportBranding {
  const profiles = profilesOf(settings.read());
  return profileNamed(profiles, name) ?? profileNamed(profiles) ?? noBranding;
}
