import { z } from 'zod';
import serverBuildsFile from '../../assets/knowledge/server-builds.json';

const releaseSchema = z.strictObject({
  name: z.string(),
  build: z.number().int(),
  /** End of extended support, without paid updates. */
  endOfSupport: z.iso.date(),
  /** Revision of the update of November 2024 (CVE-2024-49019); absent = it never got one. */
  november2024: z.number().int().optional(),
});
export type ServerRelease = z.infer<typeof releaseSchema>;

const parsed = z.strictObject({ date: z.iso.date(), releases: z.array(releaseSchema).min(1) }).parse(serverBuildsFile);

export const serverBuildsDate: string = parsed.date;

/** The Windows Server release with this build number. */
export const serverRelease = (build: number): ServerRelease | undefined =>
  parsed.releases.find((release) => release.build === build);

/** The highest build this version knows; a higher one is a release younger than the product's knowledge. */
export const newestKnownBuild: number = Math.max(...parsed.releases.map(({ build }) => build));
