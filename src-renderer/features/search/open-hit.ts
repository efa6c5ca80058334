import type { SearchHit } from '../../../src-shared/ipc/search';
import type { Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';
import { go, type Route } from '../../shell/navigation-store';
import { enterEngagement } from '../library/open-engagement';

/** Goes to where a hit is, in its engagement, which was unlocked for the search. */
export async function openHit(hit: SearchHit): Promise<Failure | undefined> {
  if (useEngagement.getState().engagement?.path !== hit.path) {
    const failure = await enterEngagement(() => bridge.search.open({ path: hit.path }));
    if (failure !== undefined) return failure;
  }
  const route = routeOf(hit);
  if (route !== undefined) go(route);
  return undefined;
}

/** Undefined: where an opened engagement begins. */
function routeOf({ what, checkId }: SearchHit): Route | undefined {
  switch (what) {
    case 'finding':
    case 'objects':
      return checkId === undefined ? { screen: 'findings' } : { screen: 'findings', checkId };
    case 'answer':
      return { screen: 'interview' };
    case 'engagement':
      return undefined;
  }
}
