import type { EvidenceDataByKind, EvidenceKind } from '../evidence';

type KindOfExcerpt = { [K in EvidenceKind]: 'excerpt' extends keyof EvidenceDataByKind[K] ? K : never }[EvidenceKind];

const mayBeExcerpts: Readonly<Record<KindOfExcerpt, true>> = {
  'ad.certificate-templates': true,
  'ad.certification-authorities': true,
  'ad.nt-auth': true,
  'host.certificates': true,
  'pki.enrolment-endpoints': true,
};
/** Kinds whose data may be an {@link Excerpt}. */
export const excerptKinds: readonly string[] = Object.keys(mayBeExcerpts);

/**
 * Says that data is what a tool kept for a purpose of its own, not the thing as the directory holds it. Whole records of the same target go before it, and
 * nothing is judged by what it leaves out.
 */
export interface Excerpt {
  /** e.g. `SharpHound`. */
  readonly tool: string;
  /**
   * Property of the data, at any depth, or attribute of the directory → what is missing, in words that continue "SharpHound does not record". Where such a property holds a value at all, it is a
   * placeholder, such as an empty list.
   */
  readonly lacks: Readonly<Record<string, string>>;
}
