import type { AccessControlEntry, SecurityDescriptor } from '../../src-shared/model/evidence/access';
import { present } from './present';
import { isSid } from './sid';

/** Names of principals that are the same in every domain (MS-DTYP 2.5.1.1). */
const wellKnown: ReadonlyMap<string, string> = new Map([
  ['WD', 'S-1-1-0'],
  ['CO', 'S-1-3-0'],
  ['CG', 'S-1-3-1'],
  ['OW', 'S-1-3-4'],
  ['NU', 'S-1-5-2'],
  ['IU', 'S-1-5-4'],
  ['SU', 'S-1-5-6'],
  ['AN', 'S-1-5-7'],
  ['ED', 'S-1-5-9'],
  ['PS', 'S-1-5-10'],
  ['AU', 'S-1-5-11'],
  ['RC', 'S-1-5-12'],
  ['SY', 'S-1-5-18'],
  ['LS', 'S-1-5-19'],
  ['NS', 'S-1-5-20'],
  ['BA', 'S-1-5-32-544'],
  ['BU', 'S-1-5-32-545'],
  ['BG', 'S-1-5-32-546'],
  ['PU', 'S-1-5-32-547'],
  ['AO', 'S-1-5-32-548'],
  ['SO', 'S-1-5-32-549'],
  ['PO', 'S-1-5-32-550'],
  ['BO', 'S-1-5-32-551'],
  ['RE', 'S-1-5-32-552'],
  ['RU', 'S-1-5-32-554'],
  ['RD', 'S-1-5-32-555'],
  ['NO', 'S-1-5-32-556'],
  ['MU', 'S-1-5-32-558'],
  ['LU', 'S-1-5-32-559'],
  ['IS', 'S-1-5-32-568'],
  ['CY', 'S-1-5-32-569'],
  ['ER', 'S-1-5-32-573'],
  ['CD', 'S-1-5-32-574'],
]);

/** Names of principals of a domain → relative identifiers; those of the forest stand in its root domain. */
const ofDomain: ReadonlyMap<string, number> = new Map([
  ['LA', 500],
  ['LG', 501],
  ['DA', 512],
  ['DU', 513],
  ['DG', 514],
  ['DC', 515],
  ['DD', 516],
  ['CA', 517],
  ['PA', 520],
  ['CN', 522],
  ['AP', 525],
  ['KA', 526],
  ['RS', 553],
]);
const ofForest: ReadonlyMap<string, number> = new Map([
  ['RO', 498],
  ['SA', 518],
  ['EA', 519],
  ['EK', 527],
]);

const rights: ReadonlyMap<string, number> = new Map([
  ['CC', 0x1],
  ['DC', 0x2],
  ['LC', 0x4],
  ['SW', 0x8],
  ['RP', 0x10],
  ['WP', 0x20],
  ['DT', 0x40],
  ['LO', 0x80],
  ['CR', 0x100],
  ['SD', 0x10000],
  ['RC', 0x20000],
  ['WD', 0x40000],
  ['WO', 0x80000],
  ['GA', 0x10000000],
  ['GX', 0x20000000],
  ['GW', 0x40000000],
  ['GR', 0x80000000],
]);

interface EntryType {
  readonly allows: boolean;
  readonly isConditional?: true;
}

/** Types that allow or deny; audit and label entries decide nothing here. */
const entryTypes: ReadonlyMap<string, EntryType> = new Map([
  ['A', { allows: true }],
  ['D', { allows: false }],
  ['OA', { allows: true }],
  ['OD', { allows: false }],
  ['XA', { allows: true, isConditional: true }],
  ['XD', { allows: false, isConditional: true }],
  ['ZA', { allows: true, isConditional: true }],
]);

const trustee = 'S-1(?:-\\d{1,15}){1,16}|[A-Z]{2}';
const descriptor = new RegExp(
  `^(?:O:(${trustee}))?(?:G:(?:${trustee}))?(?:D:([A-Z_]{0,40})((?:\\([^()]{1,400}\\)){0,2000}))?(?:S:.*)?$`,
  'u',
);
const textLimit = 128 * 1024;

/**
 * Reads a security descriptor in its text form (MS-DTYP 2.5.1). `domain` is the SID of the domain whose groups are named by two letters. Undefined when any
 * part is not understood, or a group of a domain is named and the domain is not known: half a DACL would lie about who has which right.
 */
export function securityDescriptorOfText(text: string, domain?: string): SecurityDescriptor | undefined {
  const match = text.length > textLimit ? null : descriptor.exec(text.trim());
  if (match === null) return undefined;
  const [, ownerText, flags, list] = match;
  const owner = ownerText === undefined ? undefined : sidNamed(ownerText, domain);
  if (ownerText !== undefined && owner === undefined) return undefined;
  const entries: AccessControlEntry[] = [];
  for (const [, inner = ''] of (list ?? '').matchAll(/\(([^()]*)\)/gu)) {
    const entry = entryOf(inner, domain);
    if (entry === undefined) return undefined;
    if (entry !== 'other') entries.push(entry);
  }
  return {
    hasDacl: flags !== undefined && flags !== 'NO_ACCESS_CONTROL',
    isProtected: flags?.startsWith('P') === true,
    entries,
    ...present({ owner }),
  };
}

/**
 * The SID of the domain whose groups a set of descriptors names by two letters. Windows writes so the groups of the machine's own domain, and any other in full.
 * Enterprise Admins in full tell the root domain; as every template of Windows names Domain Admins of the root domain, a set that never names a group of the root
 * domain in full was written in that domain. Undefined where that does not hold.
 */
export function domainNamedShortly(texts: readonly string[]): string | undefined {
  const domains = new Map<string, Set<number>>();
  for (const text of texts)
    for (const [, domain = '', rid = ''] of text
      .slice(0, textLimit)
      .matchAll(/\b(S-1-5-21-\d{1,10}-\d{1,10}-\d{1,10})-(\d{1,10})(?!\d)/gu))
      domains.set(domain, (domains.get(domain) ?? new Set()).add(Number(rid)));
  const [root, ...others] = [...domains].filter(([, rids]) => rids.has(519));
  if (root === undefined || others.length > 0) return undefined;
  return [...ofDomain.values()].some((rid) => root[1].has(rid)) ? undefined : root[0];
}

function sidNamed(text: string, domain: string | undefined): string | undefined {
  if (isSid(text)) return text;
  const rid = ofDomain.get(text) ?? ofForest.get(text);
  return wellKnown.get(text) ?? (rid === undefined || domain === undefined ? undefined : `${domain}-${rid}`);
}

/** `type;flags;rights;object;inherited object;trustee`, and a condition behind it for some types. */
function entryOf(text: string, domain: string | undefined): AccessControlEntry | 'other' | undefined {
  const [type = '', flagText = '', rightText = '', objectType = '', inheritedObjectType = '', sidText = ''] =
    text.split(';');
  const kind = entryTypes.get(type);
  if (kind === undefined) return 'other';
  const sid = sidNamed(sidText, domain);
  const mask = maskOf(rightText);
  const flags: readonly string[] = flagText.match(/../gu) ?? [];
  if (sid === undefined || mask === undefined || ![objectType, inheritedObjectType].every(isGuidOrNone))
    return undefined;
  return {
    allows: kind.allows,
    sid,
    mask,
    inherited: flags.includes('ID'),
    inheritOnly: flags.includes('IO'),
    inheritable: flags.includes('CI'),
    ...present({
      objectType: objectType.toLowerCase() || undefined,
      inheritedObjectType: inheritedObjectType.toLowerCase() || undefined,
      isConditional: kind.isConditional,
    }),
  };
}

const isGuidOrNone = (text: string): boolean =>
  text === '' || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text);

function maskOf(text: string): number | undefined {
  if (/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/iu.test(text)) return Number(text) >>> 0;
  if (text.length % 2 !== 0) return undefined;
  const masks = (text.match(/../gu) ?? []).map((right) => rights.get(right));
  return masks.includes(undefined) ? undefined : masks.reduce<number>((all, one) => (all | (one ?? 0)) >>> 0, 0);
}
