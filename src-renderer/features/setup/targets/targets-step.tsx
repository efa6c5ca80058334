import type { LiveSources } from '../../../../src-shared/model/plan';
import type { StepProps } from '../setup-screen';
import { AdfsCard } from './adfs-card';
import { DirectoryCard } from './directory-card';
import { DiscoverCard } from './discover-card';
import { EntraCard } from './entra-card';
import { NetworkCard } from './network-card';
import { SysvolCard } from './sysvol-card';

/** What the cards of this step get: the live sources and a way to change a part of them. */
export interface TargetsProps {
  readonly live: LiveSources;
  readonly set: (part: Partial<LiveSources>) => void;
}

export function TargetsStep({ draft, change }: StepProps) {
  const set = (part: Partial<LiveSources>): void =>
    change((current) => ({ ...current, live: { ...current.live, ...part } }));
  const props = { live: draft.live, set };
  return (
    <>
      <DiscoverCard {...props} forests={draft.scope.forests} />
      <DirectoryCard {...props} />
      <AdfsCard {...props} />
      <SysvolCard {...props} />
      <EntraCard {...props} />
      <NetworkCard {...props} />
    </>
  );
}
