import type { SecuredObject, SecuredRole } from '../../../src-shared/model/evidence/access';
import { byDistinguishedName, isWithin, normalDn, parentDn } from '../distinguished-name';
import { isProtected } from './account-tally';
import type { DirectoryContext, DirectoryEntry, DirectorySearch, DirectoryTopic, TopicReader } from './directory-topic';
import { isDomainHead } from './domain-topic';
import { booleanOf, isOfClass } from './entry-values';
import { securedObject, securedSearch } from './secured-object';

/** Organisational units kept; the rest is counted. */
export const unitLimit = 1000;
/** Protected accounts and groups of the system: some dozen in any domain. */
const principalLimit = 500;
/** AD FS makes one container and one contact a farm. */
const keyObjectLimit = 500;

const users = 'cn=users,dc=';
const adminSdHolder = 'cn=adminsdholder,cn=system,dc=';
const registeredDevices = 'cn=registereddevices,dc=';
const adfsKeys = 'cn=adfs,cn=microsoft,cn=program data,dc=';

/**
 * Security descriptors of a domain that decide who can take over its accounts or the keys of AD FS: the head, AdminSDHolder, the places of pilot users
 * (all organisational units when the pilot is not one), the container of devices, AD FS's container of keys, and what every domain has of Tier 0.
 */
export const accessControlTopic: DirectoryTopic<'ad.access-control'> = {
  kind: 'ad.access-control',
  per: 'domain',
  searches: (context) => {
    const { namingContext } = context.domain;
    return [
      securedSearch(namingContext, 'base'),
      securedSearch(`CN=AdminSDHolder,CN=System,${namingContext}`, 'base'),
      securedSearch(`CN=Users,${namingContext}`, 'base'),
      securedSearch(`CN=RegisteredDevices,${namingContext}`, 'base'),
      securedSearch(`CN=ADFS,CN=Microsoft,CN=Program Data,${namingContext}`, 'sub'),
      securedSearch(namingContext, 'sub', '(&(isCriticalSystemObject=TRUE)(adminCount=1))', [
        'isCriticalSystemObject',
        'adminCount',
      ]),
      ...unitSearches(context),
    ];
  },
  accepts: (dn, entry) => roleOf(dn, entry) !== undefined,
  span: ({ domain }) => [
    normalDn(domain.namingContext),
    normalDn(`CN=AdminSDHolder,CN=System,${domain.namingContext}`),
    normalDn(`CN=Users,${domain.namingContext}`),
  ],
  reader: (context) => new AccessControlReader(context),
};

function unitSearches({ domain, scope: { pilotUsers } }: DirectoryContext): readonly DirectorySearch[] {
  const filter = '(objectClass=organizationalUnit)';
  if (pilotUsers.kind !== 'unit' || !isWithin(pilotUsers.unit, domain.namingContext))
    return [securedSearch(domain.namingContext, 'sub', filter)];
  return [
    ...unitsAbove(pilotUsers.unit, domain.namingContext).map((unit) => securedSearch(unit, 'base')),
    securedSearch(pilotUsers.unit, 'base'),
    securedSearch(pilotUsers.unit, 'sub', filter),
  ];
}

/** The places between a unit and the head of its domain. */
function unitsAbove(unit: string, head: string): readonly string[] {
  const parent = parentDn(unit);
  return parent === '' || !isWithin(parent, head) || isWithin(head, parent)
    ? []
    : [...unitsAbove(parent, head), parent];
}

function roleOf(dn: string, entry: DirectoryEntry): SecuredRole | undefined {
  if (isDomainHead(dn, entry)) return 'domain-head';
  if (dn.startsWith(adminSdHolder)) return 'admin-sd-holder';
  if (dn.startsWith(registeredDevices)) return 'registered-devices';
  if (dn.startsWith(adfsKeys) || dn.includes(`,${adfsKeys}`)) return 'adfs-key-container';
  if (isOfClass(entry, 'organizationalunit') || dn.startsWith(users)) return 'organizational-unit';
  const isTierZero = isProtected(entry) && booleanOf(entry, 'iscriticalsystemobject') === true;
  return isTierZero ? 'tier-zero-principal' : undefined;
}

class AccessControlReader implements TopicReader<'ad.access-control'> {
  readonly #context: DirectoryContext;
  /** By normal DN: a pilot that is a unit is found by two searches. */
  readonly #objects = new Map<string, SecuredObject>();
  readonly #units = new Set<string>();
  #principals = 0;
  #keyObjects = 0;

  constructor(context: DirectoryContext) {
    this.#context = context;
  }

  add(entry: DirectoryEntry): void {
    const dn = normalDn(entry.dn);
    const role = roleOf(dn, entry) ?? this.#hiddenRole(dn);
    if (role === undefined || this.#objects.has(dn)) return;
    if (this.#isWanted(role, dn)) this.#objects.set(dn, securedObject(entry, role));
  }

  /** An object without any attribute has no class: what it is follows from where it was looked for. */
  #hiddenRole(dn: string): SecuredRole | undefined {
    const { namingContext } = this.#context.domain;
    if (dn === normalDn(namingContext)) return 'domain-head';
    const { pilotUsers } = this.#context.scope;
    return pilotUsers.kind === 'unit' && isWithin(pilotUsers.unit, dn) ? 'organizational-unit' : undefined;
  }

  #isWanted(role: SecuredRole, dn: string): boolean {
    switch (role) {
      case 'organizational-unit':
        return this.#isWantedUnit(dn);
      case 'tier-zero-principal':
        this.#principals += 1;
        return this.#principals <= principalLimit;
      case 'adfs-key-container':
        this.#keyObjects += 1;
        return this.#keyObjects <= keyObjectLimit;
      default:
        return true;
    }
  }

  #isWantedUnit(dn: string): boolean {
    const { pilotUsers } = this.#context.scope;
    const isPilot = pilotUsers.kind === 'unit' && (isWithin(dn, pilotUsers.unit) || isWithin(pilotUsers.unit, dn));
    if (pilotUsers.kind === 'unit' && !isPilot && !dn.startsWith(users)) return false;
    this.#units.add(dn);
    return this.#units.size <= unitLimit;
  }

  finish() {
    const objects = [...this.#objects.values()].sort(byDistinguishedName);
    const { namingContext } = this.#context.domain;
    const hasHead = this.#objects.has(normalDn(namingContext));
    const left = this.#units.size - objects.filter(({ role }) => role === 'organizational-unit').length;
    return {
      data: { objects, unitCount: this.#units.size },
      facts: objects.length,
      notes: left > 0 ? [`${this.#units.size} organisational units were seen; ${unitLimit} of them are kept.`] : [],
      ...(hasHead ? {} : { incomplete: `The head of ${namingContext} was not returned.` }),
    };
  }
}
