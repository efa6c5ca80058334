/** Parts of the help, in the order in which they are listed. */
export const helpGroups = ['collecting', 'rights', 'terms', 'checks'] as const;
export type HelpGroup = (typeof helpGroups)[number];

export const helpGroupTitles: Readonly<Record<HelpGroup, string>> = {
  collecting: 'How to collect by hand',
  rights: 'Which right, and why',
  terms: 'Glossary',
  checks: 'Checks',
};

export interface HelpPart {
  readonly title?: string;
  readonly text?: string;
  /** To copy, one a line. */
  readonly commands?: string;
}

/** A page of the help. */
export interface HelpTopic {
  /** Stable: links lead here. That of a check is its id. */
  readonly id: string;
  readonly group: HelpGroup;
  readonly title: string;
  readonly parts: readonly HelpPart[];
}
