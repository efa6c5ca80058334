/** The build in `operatingSystemVersion`: `10.0 (20348)` → 20348; undefined for other texts, such as those of other vendors. */
export function buildOf(operatingSystemVersion: string | undefined): number | undefined {
  const build = /\((\d{1,6})\)/u.exec(operatingSystemVersion ?? '')?.[1];
  return build === undefined ? undefined : Number(build);
}
