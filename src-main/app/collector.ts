import { hostname, userInfo } from 'node:os';
import type { Collector } from '../../src-shared/model/evidence';
import { productVersion } from './product';

/** Who collects: the signed-in user, with the domain where Windows tells it. */
export function thisCollector(environment: Readonly<Record<string, string | undefined>>): Collector {
  const { username } = userInfo();
  const { USERDOMAIN: domain } = environment;
  const user = domain === undefined || domain === '' ? username : `${domain}\\${username}`;
  return { user: user.slice(0, 256), host: hostname().slice(0, 256), version: productVersion };
}
