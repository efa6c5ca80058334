import type { CrlDistributionPoints, RevocationList } from '../../../src-shared/model/evidence/pki';
import { decodeCrl } from '../crl';
import { normalDn } from '../distinguished-name';
import { present } from '../present';
import type { DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { bytesOf, isOfClass } from './entry-values';
import { isInContainer, publicKeyServices, publicKeyServicesContainer } from './public-key-services';

const container = publicKeyServicesContainer('CDP');
/** Base64 characters of signed parts kept for verification, over all CRLs. */
const signedLimit = 24 * 1024 * 1024;

/** CRLs published in AD (MS-WCCE 2.2.2.11.3). */
export const crlDistributionPointsTopic: DirectoryTopic<'ad.crl-distribution-points'> = {
  kind: 'ad.crl-distribution-points',
  per: 'forest',
  searches: ({ configurationNamingContext }) => [
    {
      base: `CN=CDP,${publicKeyServices(configurationNamingContext)}`,
      scope: 'sub',
      filter: '(|(objectClass=cRLDistributionPoint)(objectClass=container))',
      attributes: ['objectClass', 'certificateRevocationList', 'deltaRevocationList'],
    },
  ],
  accepts: (dn) => isInContainer(dn, container) !== 'elsewhere',
  span: ({ configurationNamingContext }) => [normalDn(`CN=CDP,${publicKeyServices(configurationNamingContext)}`)],
  reader: () => new CrlDistributionPointsReader(),
};

type Point = CrlDistributionPoints['points'][number];

const byName = (a: Point, b: Point): number => a.distinguishedName.localeCompare(b.distinguishedName, 'en');

class CrlDistributionPointsReader implements TopicReader<'ad.crl-distribution-points'> {
  #containerFound = false;
  readonly #points: Point[] = [];
  readonly #notes: string[] = [];
  #signed = 0;

  add(entry: DirectoryEntry): void {
    if (isInContainer(normalDn(entry.dn), container) === 'container') this.#containerFound = true;
    else if (isOfClass(entry, 'crldistributionpoint')) this.#points.push(this.#pointOf(entry));
  }

  #pointOf(entry: DirectoryEntry): Point {
    const base = this.#crlOf(entry, 'certificaterevocationlist');
    const delta = this.#crlOf(entry, 'deltarevocationlist');
    return {
      distinguishedName: entry.dn,
      unreadable: base === 'unreadable' || delta === 'unreadable',
      ...present({ base: base === 'unreadable' ? undefined : base, delta: delta === 'unreadable' ? undefined : delta }),
    };
  }

  /** A single zero byte stands for "none yet". */
  #crlOf(entry: DirectoryEntry, attribute: string): RevocationList | 'unreadable' | undefined {
    const bytes = bytesOf(entry, attribute).find((value) => value.length > 1);
    if (bytes === undefined) return undefined;
    try {
      return this.#withinLimit(decodeCrl(bytes));
    } catch (error) {
      this.#notes.push(`${entry.dn}: ${error instanceof Error ? error.message : String(error)}`);
      return 'unreadable';
    }
  }

  #withinLimit({ signed, ...crl }: RevocationList): RevocationList {
    this.#signed += signed?.tbs.length ?? 0;
    return signed === undefined || this.#signed > signedLimit ? crl : { ...crl, signed };
  }

  finish() {
    return {
      data: { containerFound: this.#containerFound, points: this.#points.sort(byName) },
      facts: this.#points.length,
      notes: this.#notes,
    };
  }
}
