import { z } from 'zod';
import clientBuildsFile from '../../assets/knowledge/client-builds.json';

const releaseSchema = z.strictObject({
  name: z.string(),
  build: z.number().int(),
  /** End of updates of Home and Pro, without paid ones. */
  general: z.iso.date(),
  /** The same of Enterprise and Education. */
  enterprise: z.iso.date(),
  /** The same of the long-term servicing channel of this build. */
  longTerm: z.iso.date().optional(),
  /** Revision of the update of July 2021, which signs in with the second key derivation; 0 = the release came later. Absent = it never got one. */
  july2021: z.number().int().optional(),
});
export type ClientRelease = z.infer<typeof releaseSchema>;

const parsed = z.strictObject({ date: z.iso.date(), releases: z.array(releaseSchema).min(1) }).parse(clientBuildsFile);

export const clientBuildsDate: string = parsed.date;

/** The release of Windows for clients with this build number. */
export const clientRelease = (build: number): ClientRelease | undefined =>
  parsed.releases.find((release) => release.build === build);

/** The highest build this version knows; a higher one is a release younger than the product's knowledge. */
export const newestKnownClientBuild: number = Math.max(...parsed.releases.map(({ build }) => build));

/** The first build of Windows 11. */
export const firstWindows11Build = 22_000;
