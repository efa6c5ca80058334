import type { PilotComputer } from '../../../src-shared/model/evidence/directory';
import type { Population } from '../../../src-shared/model/scope';
import { fileTimeToIso } from '../ad-time';
import { byDistinguishedName, firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import { enabledAccountFilter, isComputerAccount, isEnabledAccount } from './account-control';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { guidValueOf, hasAttribute, numberOf, rawTextOf, sidValueOf, textOf } from './entry-values';
import { ExportedAttributes, hasAllAttributes } from './exported-attributes';
import { KeyTally, keyCredentialLink } from './key-tally';
import { buildOf } from './operating-system';
import { isUnitOf, populationReading } from './population';
import { ReleaseTally } from './release-tally';

/** A pilot is small; "all computers" of a large domain are counted beyond this. */
const computerLimit = 100_000;

/** Certificates would make the answer about all computers of a domain several times larger, and only their presence matters. */
const asksCertificates = (population: Population): boolean => population.kind !== 'all';

/** Enabled computers of the pilot. */
export const pilotComputersTopic: DirectoryTopic<'ad.pilot-computers'> = {
  kind: 'ad.pilot-computers',
  per: 'domain',
  searches: (context) =>
    populationReading(context.scope.pilotComputers, context).searches(
      `(&(objectCategory=computer)${enabledAccountFilter})`,
      [
        'objectClass',
        'objectCategory',
        'objectSid',
        'objectGUID',
        'name',
        'dNSHostName',
        'userAccountControl',
        'operatingSystem',
        'operatingSystemVersion',
        'lastLogonTimestamp',
        'primaryGroupID',
        keyCredentialLink,
        ...(asksCertificates(context.scope.pilotComputers) ? ['userCertificate'] : []),
      ],
    ),
  accepts: (_dn, entry) => isComputerAccount(entry),
  span: (context) => populationReading(context.scope.pilotComputers, context).span,
  reader: (context) => new PilotComputersReader(context),
};

class PilotComputersReader implements TopicReader<'ad.pilot-computers'> {
  readonly #context: DirectoryContext;
  readonly #population;
  readonly #seen = new Set<string>();
  readonly #computers: PilotComputer[] = [];
  readonly #releases = new ReleaseTally();
  readonly #keys = new KeyTally();
  readonly #hasCertificates: boolean;
  #total = 0;
  #unidentified = 0;
  /** Of all enabled computers. */
  readonly #exported;

  constructor(context: DirectoryContext) {
    this.#context = context;
    this.#exported = new ExportedAttributes(context);
    this.#population = populationReading(context.scope.pilotComputers, context);
    this.#hasCertificates = context.origin === 'search' && asksCertificates(context.scope.pilotComputers);
  }

  add(entry: DirectoryEntry): void {
    if (isUnitOf(this.#context.scope.pilotComputers, entry)) this.#seen.add(normalDn(entry.dn));
    if (!isComputerAccount(entry) || !isEnabledAccount(entry)) return;
    this.#exported.add(entry);
    if (this.#context.origin === 'export' && !this.#population.includes(entry)) return;
    if (sidValueOf(entry, 'objectsid') === undefined || guidValueOf(entry, 'objectguid') === undefined) {
      this.#unidentified += 1;
      return;
    }
    this.#total += 1;
    this.#releases.add(entry);
    this.#keys.add(entry);
    if (this.#computers.length < computerLimit) this.#computers.push(this.#computerOf(entry));
  }

  #computerOf(entry: DirectoryEntry): PilotComputer {
    return {
      distinguishedName: entry.dn,
      objectSid: sidValueOf(entry, 'objectsid') ?? '',
      objectGuid: guidValueOf(entry, 'objectguid') ?? '',
      name: textOf(entry, 'name') ?? firstNameOf(entry.dn),
      ...present({
        dnsHostName: textOf(entry, 'dnshostname')?.toLowerCase(),
        operatingSystem: textOf(entry, 'operatingsystem'),
        build: buildOf(rawTextOf(entry, 'operatingsystemversion')),
        lastLogon: fileTimeToIso(rawTextOf(entry, 'lastlogontimestamp')),
        primaryGroupId: numberOf(entry, 'primarygroupid'),
        hasUserCertificate:
          this.#hasCertificates || hasAllAttributes(entry) ? hasAttribute(entry, 'usercertificate') : undefined,
      }),
    };
  }

  finish() {
    const isChosen = this.#exported.areChosen;
    return {
      data: {
        total: this.#total,
        computers: this.#computers.sort(byDistinguishedName),
        populationFound: this.#population.found(this.#seen),
        releases: this.#releases.finish(),
        // An attribute that was not exported looks like one that is empty.
        ...(isChosen ? {} : { keys: this.#keys.finish() }),
      },
      facts: this.#total,
      notes: isChosen ? ['The export was made with chosen attributes; keys of the computers may be missing.'] : [],
      ...present({ incomplete: this.#incompleteness() }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#unidentified > 0)
      return `${this.#unidentified} computers came without objectSid or objectGUID (ldifde leaves them out with -m).`;
    if (this.#total > computerLimit)
      return `The pilot has ${this.#total} computers; only ${computerLimit} were kept. Narrow the scope.`;
    return this.#context.origin === 'export' && this.#exported.accounts > 0 ? this.#population.problem() : undefined;
  }
}
