import type { PilotComputer } from '../../../src-shared/model/evidence/directory';
import { firstNameOf, normalDn } from '../distinguished-name';
import { present } from '../present';
import { enabledAccountFilter, isComputerAccount, isEnabledAccount } from './account-control';
import type { DirectoryContext, DirectoryEntry, DirectoryTopic, TopicReader } from './directory-topic';
import { guidValueOf, sidValueOf, textOf } from './entry-values';
import { isUnitOf, populationReading } from './population';

/** A pilot is small; "all computers" of a large domain are counted beyond this. */
const computerLimit = 100_000;

/** Enabled computers of the pilot. */
export const pilotComputersTopic: DirectoryTopic<'ad.pilot-computers'> = {
  kind: 'ad.pilot-computers',
  per: 'domain',
  searches: (context) =>
    populationReading(context.scope.pilotComputers, context).searches(
      `(&(objectCategory=computer)${enabledAccountFilter})`,
      ['objectClass', 'objectCategory', 'objectSid', 'objectGUID', 'name', 'dNSHostName', 'userAccountControl'],
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
  #total = 0;
  #unidentified = 0;
  /** Enabled computers of an export, of whatever population. */
  #accounts = 0;

  constructor(context: DirectoryContext) {
    this.#context = context;
    this.#population = populationReading(context.scope.pilotComputers, context);
  }

  add(entry: DirectoryEntry): void {
    if (isUnitOf(this.#context.scope.pilotComputers, entry)) this.#seen.add(normalDn(entry.dn));
    if (!isComputerAccount(entry) || !isEnabledAccount(entry)) return;
    this.#accounts += 1;
    if (this.#context.origin === 'export' && !this.#population.includes(entry)) return;
    const computer = computerOf(entry);
    if (computer === undefined) {
      this.#unidentified += 1;
      return;
    }
    this.#total += 1;
    if (this.#computers.length < computerLimit) this.#computers.push(computer);
  }

  finish() {
    return {
      data: { total: this.#total, computers: this.#computers, populationFound: this.#population.found(this.#seen) },
      facts: this.#total,
      notes: [],
      ...present({ incomplete: this.#incompleteness() }),
    };
  }

  #incompleteness(): string | undefined {
    if (this.#unidentified > 0)
      return `${this.#unidentified} computers came without objectSid or objectGUID (ldifde leaves them out with -m).`;
    if (this.#total > computerLimit)
      return `The pilot has ${this.#total} computers; only ${computerLimit} were kept. Narrow the scope.`;
    return this.#context.origin === 'export' && this.#accounts > 0 ? this.#population.problem() : undefined;
  }
}

function computerOf(entry: DirectoryEntry): PilotComputer | undefined {
  const objectSid = sidValueOf(entry, 'objectsid');
  const objectGuid = guidValueOf(entry, 'objectguid');
  if (objectSid === undefined || objectGuid === undefined) return undefined;
  return {
    distinguishedName: entry.dn,
    objectSid,
    objectGuid,
    name: textOf(entry, 'name') ?? firstNameOf(entry.dn),
    ...present({ dnsHostName: textOf(entry, 'dnshostname')?.toLowerCase() }),
  };
}
