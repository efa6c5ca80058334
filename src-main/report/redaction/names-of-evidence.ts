import { type Identity, identitiesIn } from './identities';

/** The data of a record of evidence, as JSON. */
export interface EvidenceText {
  readonly kind: string;
  readonly json: string;
}

/** Each name once, whatever the number of records it is in. */
export class NamesOfEvidence {
  readonly #names = new Map<string, Identity>();

  add({ kind, json }: EvidenceText): void {
    for (const identity of identitiesIn(kind, JSON.parse(json))) {
      const key = `${identity.kind} ${identity.name.toLowerCase()}`;
      const known = this.#names.get(key);
      if (known === undefined || (known.of === undefined && identity.of !== undefined)) this.#names.set(key, identity);
    }
  }

  all = (): readonly Identity[] => [...this.#names.values()];
}
