import type { QuestionId } from '../../src-shared/interview/questions';
import type { CatalogueEntry, Remediation } from '../../src-shared/model/catalogue';
import type { EvidenceDataByKind, EvidenceHeader, EvidenceKind } from '../../src-shared/model/evidence';
import type { HostRole } from '../../src-shared/model/evidence/host';
import type { AffectedObject, Finding, Observation } from '../../src-shared/model/finding';
import type { KnownOutcome, Outcome, Severity, UnknownReason } from '../../src-shared/model/outcome';
import type { Scope } from '../../src-shared/model/scope';

/** A complete record as checks see it. */
export interface Evidence<K extends EvidenceKind> extends EvidenceHeader {
  readonly kind: K;
  readonly data: EvidenceDataByKind[K];
}

/** Something of a kind that was asked for but could not be had (or only in part). */
export interface EvidenceGap {
  readonly target: string;
  readonly reason: UnknownReason;
  /** Sentence for a person. */
  readonly message: string;
  /** Of the machine that was asked, where the source tells it. */
  readonly role?: HostRole;
}

/** All evidence of one kind: the newest complete record of each target, and the targets that have none. */
export interface Collected<K extends EvidenceKind> {
  readonly records: readonly Evidence<K>[];
  readonly gaps: readonly EvidenceGap[];
}

/** `'ad.schema'` is needed; `'entra.domains?'` is optional: the check is run without it. */
export type Need = EvidenceKind | `${EvidenceKind}?`;
type KindOf<N extends Need> = N extends `${infer K extends EvidenceKind}?` ? K : N extends EvidenceKind ? N : never;
export type Inputs<N extends Need> = { readonly [K in KindOf<N>]: Collected<K> };

export interface CheckContext {
  /** The instant to judge at; checks have no clock of their own. */
  readonly now: Date;
  readonly scope: Scope;
}

export type RolesByKind = Readonly<Partial<Record<EvidenceKind, readonly HostRole[]>>>;

/** What a check says; the engine adds ids, provenance and counts. */
export interface CheckResult {
  readonly outcome: Outcome;
  /** Only when milder or stronger than the check's class. */
  readonly severity?: Severity;
  readonly unknownReason?: UnknownReason;
  readonly summary: string;
  readonly observations: readonly Observation[];
  /** Every object judged; for reduced evidence those that do not pass. */
  readonly objects: readonly AffectedObject[];
  /** When `objects` is only a part: objects by outcome in all. */
  readonly counts?: Readonly<Partial<Record<Outcome, number>>>;
}

export interface CheckDefinition<N extends Need> {
  readonly id: CatalogueEntry['id'];
  /** Rises when the meaning changes; results of different revisions are not compared. */
  readonly revision: number;
  /** One sentence: what happens to the customer when this is wrong. */
  readonly why: string;
  /** https addresses of the documents the rule comes from. */
  readonly sources: readonly string[];
  /** Every outcome that it or its `appliesTo` can give, in the order of `knownOutcomes`. Its cases hold it to that: none undeclared, none without a case. */
  readonly outcomes: readonly KnownOutcome[];
  /** At least one kind; without a complete record of each needed kind the engine answers `unknown`, not the check. */
  readonly needs: readonly N[];
  /** Questions whose answers it takes into account; of `interview.answer` it gets these and no others. */
  readonly asks?: readonly QuestionId[];
  /** Of kinds that machines of every role tell (`host.…`): the roles it judges. What a machine of another role denied is no gap of this check. */
  readonly roles?: RolesByKind;
  /** False = not applicable; `reason` says why in one sentence. */
  readonly appliesTo?: (scope: Scope) => true | { readonly reason: string };
  /** Pure: no clock, no I/O. May throw; the engine turns that into `unknown` (check error). */
  readonly evaluate: (inputs: Inputs<N>, context: CheckContext) => CheckResult;
  readonly remediation: Remediation;
}

/** A check of any needs, as the engine holds it. */
export interface Check {
  readonly id: string;
  readonly revision: number;
  readonly why: string;
  readonly sources: readonly string[];
  readonly outcomes: readonly KnownOutcome[];
  readonly needs: readonly Need[];
  readonly asks: readonly QuestionId[];
  readonly roles: RolesByKind;
  readonly appliesTo: (scope: Scope) => true | { readonly reason: string };
  readonly evaluate: (inputs: Inputs<Need>, context: CheckContext) => CheckResult;
  readonly remediation: Remediation;
}

/**
 * Defines one check of the catalogue; the default export of `<area>/<id>-<noun>.check.ts`. Title, area, step and severity class come from the catalogue
 * by id. `evaluate` gets exactly the kinds it declares.
 */
export function defineCheck<const N extends Need>(definition: CheckDefinition<N>): Check {
  return {
    ...definition,
    asks: definition.asks ?? [],
    roles: definition.roles ?? {},
    appliesTo: definition.appliesTo ?? (() => true),
    // Inputs of declared kinds only: the engine builds the object from `needs`, so the wider parameter never reaches the body.
    evaluate: (inputs, context) => definition.evaluate(inputs as Inputs<N>, context),
  };
}

/** What an aggregate judges: the findings of all other checks of the run, and the whole catalogue, so that it can tell what was not judged at all. */
export interface AggregateInputs {
  readonly findings: readonly Finding[];
  readonly catalogue: readonly CatalogueEntry[];
}

/** A check of findings instead of evidence; the engine evaluates it after all checks of evidence. */
export interface AggregateCheck {
  readonly id: CatalogueEntry['id'];
  readonly revision: number;
  readonly why: string;
  readonly sources: readonly string[];
  readonly outcomes: readonly KnownOutcome[];
  /** Pure like the other checks. May throw; the engine turns that into `unknown` (check error). */
  readonly evaluate: (inputs: AggregateInputs, context: CheckContext) => CheckResult;
  readonly remediation: Remediation;
}

/** Defines one aggregate; the default export of `<area>/<id>-<noun>.aggregate.ts`. */
export function defineAggregate(definition: AggregateCheck): AggregateCheck {
  return definition;
}
