import type { Route } from './navigation-store';

/** The page of the help that belongs to where one is. */
export function helpRoute(route: Route): Route {
  if (route.screen === 'findings' && route.checkId !== undefined) return { screen: 'help', topicId: route.checkId };
  if (route.screen === 'setup' && route.step === 'sources') return { screen: 'help', topicId: 'collect-ad' };
  if (route.screen === 'setup' && (route.step === 'targets' || route.step === 'consent'))
    return { screen: 'help', topicId: 'right-ldap' };
  if (route.screen === 'clients') return { screen: 'help', topicId: 'collect-clients' };
  return { screen: 'help' };
}
