import { basename, join } from 'node:path';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { reportContract } from '../../../src-shared/ipc/report';
import { AppError } from '../../../src-shared/model/error';
import { noBranding, type ReportBranding } from '../../../src-shared/report/report-branding';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import {
  mostProfiles,
  nameProblem,
  profileNamed,
  type ReportProfiles,
  withChanged,
  withoutProfile,
  withProfile,
} from '../../../src-shared/report/report-profiles';
import { readBranding, readLogo } from '../../report/read-branding';
import { writeAtomically } from '../../report/write-atomically';
import type { Desktop } from '../desktop';
import { profilesOf, type SettingsFile } from '../settings-file';

type BrandingHandlers = Pick<
  HandlersOf<typeof reportContract>,
  | 'profiles'
  | 'saveProfile'
  | 'addProfile'
  | 'deleteProfile'
  | 'chooseProfile'
  | 'chooseLogo'
  | 'removeLogo'
  | 'exportProfile'
  | 'importProfile'
>;

/** The report profiles of this user, kept with the settings. */
export function brandingHandlers(settings: SettingsFile, desktop: Desktop, folder: () => string): BrandingHandlers {
  const present = (): ReportProfiles => profilesOf(settings.read());
  const keep = (reportProfiles: ReportProfiles): ReportProfiles => {
    settings.write({ ...settings.read(), reportProfiles });
    return reportProfiles;
  };
  const add = (profile: ReportBranding) => {
    const before = present();
    if (before.profiles.length >= mostProfiles) throw tooMany();
    const profiles = keep(withProfile(before, profile));
    return { ...profiles, added: profiles.profiles.at(-1)?.name ?? null };
  };
  return {
    profiles: present,
    saveProfile: ({ name, profile }) => {
      existing(present(), name);
      const problem = nameProblem(present(), profile.name, name);
      if (problem !== undefined) throw badName(profile.name, problem);
      return keep(
        withChanged(present(), name, ({ logo }) => ({ ...profile, ...(logo === undefined ? {} : { logo }) })),
      );
    },
    addProfile: ({ from }) =>
      add(from === undefined ? { ...noBranding, name: 'New profile' } : copyOf(existing(present(), from))),
    deleteProfile: ({ name }) => keep(withoutProfile(present(), name)),
    chooseProfile: ({ name }) => keep({ ...present(), chosen: existing(present(), name).name }),
    chooseLogo: async ({ name }) => {
      const path = await desktop.chooseLogo();
      const logo = path === undefined ? undefined : await readLogo(path);
      return logo === undefined ? present() : keep(withChanged(present(), name, (profile) => ({ ...profile, logo })));
    },
    removeLogo: ({ name }) => keep(withChanged(present(), name, ({ logo: _, ...rest }) => rest)),
    exportProfile: async ({ name }) => {
      const profile = existing(present(), name);
      const file = reportFileName('{profile}', { customer: '', createdAt: '', classification: '', profile: name });
      const path = await desktop.chooseSavePath(join(folder(), `${file || 'Report profile'}.json`), {
        name: 'Report profile',
        extension: 'json',
        title: 'Save the report profile',
      });
      if (path !== undefined) await writeAtomically(path, `${JSON.stringify(profile, null, 2)}\n`);
      return { path: path ?? null };
    },
    importProfile: async () => {
      const path = await desktop.chooseReportProfile();
      if (path === undefined) return { ...present(), added: null };
      const profile = await readBranding(path);
      const name =
        profile.name === ''
          ? basename(path)
              .replace(/\.json$/iu, '')
              .slice(0, 60)
          : profile.name;
      return add({ ...profile, name });
    },
  };
}

const copyOf = (profile: ReportBranding): ReportBranding => ({
  ...profile,
  name: `Copy of ${profile.name}`.slice(0, 60),
});

function existing(profiles: ReportProfiles, name: string): ReportBranding {
  const found = profileNamed(profiles, name);
  if (found !== undefined) return found;
  throw new AppError('no-report-profile', `There is no report profile “${name}”.`, 'Choose one of the list.');
}

const badName = (name: string, problem: string): AppError =>
  new AppError('bad-report-profile', `The name “${name}” ${problem}; nothing was changed.`, 'Choose another name.');

const tooMany = (): AppError =>
  new AppError(
    'too-many-report-profiles',
    `There are ${mostProfiles} report profiles already; none was added.`,
    'Delete one that is not needed.',
  );
