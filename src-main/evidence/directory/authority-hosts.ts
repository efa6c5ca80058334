import { normalHostName } from '../derived/forest-scope';
import { normalDn } from '../distinguished-name';
import type { DirectoryEntry, DirectorySearch } from './directory-topic';
import { isOfClass, rawTextOf } from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

/** Forests have a handful of CAs. */
const hostLimit = 500;
const enrollmentServices = publicKeyServicesContainer('Enrollment Services');

/** Finds what {@link AuthorityHosts} keeps on a live server. */
export const authorityHostSearch = (configurationNamingContext: string): DirectorySearch => ({
  base: `CN=Enrollment Services,${publicKeyServices(configurationNamingContext)}`,
  scope: 'sub',
  filter: '(objectClass=*)',
  attributes: ['objectClass', 'dNSHostName'],
});

/** The hosts of the enterprise CAs of a forest, picked from its entries while they stream by. */
export class AuthorityHosts {
  readonly #hosts = new Set<string>();
  #isContainerSeen = false;

  add(entry: DirectoryEntry): void {
    const place = isInContainer(normalDn(entry.dn), enrollmentServices);
    if (place === 'elsewhere') return;
    this.#isContainerSeen = true;
    if (!isOfClass(entry, 'pkienrollmentservice') || this.#hosts.size >= hostLimit) return;
    const host = normalHostName(rawTextOf(entry, 'dnshostname') ?? '');
    if (host !== '') this.#hosts.add(host);
  }

  /** Lower case, sorted; undefined when nothing of the container of CAs was among the entries. */
  list(): readonly string[] | undefined {
    return this.#isContainerSeen ? [...this.#hosts].sort() : undefined;
  }
}
