import { z } from 'zod';
import type { EngagementDraft } from './engagement';
import { type LiveSources, noLiveSources } from './plan';

/** What of the chosen sources a run reads anew; the evidence of the rest is kept as it is. */
export const runChoiceSchema = z.strictObject({
  /** Ids of live sources. */
  sources: z.array(z.string().max(64)).max(300),
  /** Paths of imports. */
  imports: z.array(z.string().max(4096)).max(1000),
  /** What follows from evidence: revocation lists, certificates of domain controllers, DNS, endpoints, this computer. */
  followUps: z.boolean(),
});
export type RunChoice = z.infer<typeof runChoiceSchema>;

/** The sources and imports of a draft that were chosen. */
export function chosenSources(
  { live, imports }: Pick<EngagementDraft, 'live' | 'imports'>,
  choice: RunChoice,
): Pick<EngagementDraft, 'live' | 'imports'> {
  const isChosen = ({ id }: { readonly id: string }): boolean => choice.sources.includes(id);
  const { revocationLists, domainControllerCertificates, authorityInformation } = noLiveSources;
  const { enrolmentEndpoints, dns, cloudEndpoints, thisComputer } = noLiveSources;
  const nothingFollows: Partial<LiveSources> = {
    ...{ revocationLists, domainControllerCertificates, authorityInformation },
    ...{ enrolmentEndpoints, dns, cloudEndpoints, thisComputer },
  };
  return {
    live: {
      ...live,
      directory: live.directory.filter(isChosen),
      adfs: live.adfs.filter(isChosen),
      sysvol: live.sysvol.filter(isChosen),
      entra: live.entra.filter(isChosen),
      ...(choice.followUps ? {} : nothingFollows),
    },
    imports: imports.filter(({ path }) => choice.imports.includes(path)),
  };
}
