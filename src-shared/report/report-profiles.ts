import { z } from 'zod';
import { noBranding, type ReportBranding, reportBrandingSchema } from './report-branding';

export const mostProfiles = 30;

/** The report profiles of this computer, each with a name of its own, and which one reports have unless another is chosen. */
export const reportProfilesSchema = z.strictObject({
  profiles: z.array(reportBrandingSchema).min(1).max(mostProfiles),
  chosen: z.string(),
});
export type ReportProfiles = z.infer<typeof reportProfilesSchema>;

const usualName = 'Usual';

/** One profile, as before there were several. */
export const onlyProfile = (branding: ReportBranding = noBranding): ReportProfiles => {
  const name = branding.name === '' ? usualName : branding.name;
  return { profiles: [{ ...branding, name }], chosen: name };
};

const isNamed =
  (name: string) =>
  (profile: ReportBranding): boolean =>
    profile.name.toLowerCase() === name.trim().toLowerCase();

/** The profile of that name; the chosen one without a name; undefined when there is none of that name. */
export const profileNamed = ({ profiles, chosen }: ReportProfiles, name = chosen): ReportBranding | undefined =>
  profiles.find(isNamed(name));

/** What is wrong with a name for the profile that is called `present`, as a sentence without its subject. */
export function nameProblem({ profiles }: ReportProfiles, name: string, present: string): string | undefined {
  if (name.trim() === '') return 'must not be empty';
  return profiles.some((profile) => isNamed(name)(profile) && !isNamed(present)(profile))
    ? 'is another profile’s'
    : undefined;
}

/** With another profile behind the others; a number is put behind its name when that is taken. */
export function withProfile({ profiles, chosen }: ReportProfiles, profile: ReportBranding): ReportProfiles {
  const wished = profile.name === '' ? usualName : profile.name;
  let name = wished;
  for (let number = 2; profiles.some(isNamed(name)); number += 1) name = `${wished.slice(0, 55)} ${number}`;
  return { profiles: [...profiles, { ...profile, name }], chosen };
}

/** With what `change` makes of the profile of that name. */
export const withChanged = (
  { profiles, chosen }: ReportProfiles,
  name: string,
  change: (profile: ReportBranding) => ReportBranding,
): ReportProfiles => {
  const changed = profiles.map((profile) => (isNamed(name)(profile) ? change(profile) : profile));
  const index = profiles.findIndex(isNamed(chosen));
  return { profiles: changed, chosen: changed[index]?.name ?? chosen };
};

/** Without the profile of that name, unless it is the last one; the first of the others is chosen when it was. */
export function withoutProfile(given: ReportProfiles, name: string): ReportProfiles {
  const profiles = given.profiles.filter((profile) => !isNamed(name)(profile));
  const [first] = profiles;
  if (first === undefined) return given;
  return { profiles, chosen: profiles.some(isNamed(given.chosen)) ? given.chosen : first.name };
}
