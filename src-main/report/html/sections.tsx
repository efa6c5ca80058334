import type { ReactElement } from 'react';
import type { ReportFacts } from '../report-facts';
import type { ReportProfile } from '../report-options';
import { BlockerList } from './blocker-list';
import { Clients } from './clients';
import type { ContentsEntry } from './contents';
import { Contradictions } from './contradictions';
import { Decisions } from './decisions';
import { EvidenceAppendix } from './evidence-appendix';
import { Findings, findingParts } from './findings';
import { Glossary } from './glossary';
import { NotJudged } from './not-judged';
import { NotKnown } from './not-known';
import { OneFinding } from './one-finding';
import { ReadinessTables } from './readiness-tables';
import { RemediationPlan } from './remediation-plan';
import { Roadmap } from './roadmap';
import { ScopeAndMethod } from './scope-and-method';
import { Summary } from './summary';
import { Versions } from './versions';

/** A numbered part of the report, as contents and body name it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly Body: (props: { readonly facts: ReportFacts }) => ReactElement;
  /** `page`: starts a new page. */
  readonly starts: 'page' | 'flow';
  /** Parts that management reads as well. */
  readonly profiles: readonly ReportProfile[];
  /** What the contents name below it. */
  readonly parts?: (facts: ReportFacts) => readonly ContentsEntry[];
}

const everybody: readonly ReportProfile[] = ['executive', 'technical'];
const technical: readonly ReportProfile[] = ['technical'];
const always: readonly ReportProfile[] = ['executive', 'technical', 'finding'];
const inDetail: readonly ReportProfile[] = ['technical', 'finding'];

const all: readonly Section[] = [
  { id: 'summary', title: 'Summary for management', Body: Summary, starts: 'page', profiles: everybody },
  { id: 'scope', title: 'Scope and method', Body: ScopeAndMethod, starts: 'page', profiles: technical },
  {
    id: 'readiness',
    title: 'Readiness by area and by step',
    Body: ReadinessTables,
    starts: 'page',
    profiles: everybody,
  },
  { id: 'blockers', title: 'What blocks the deployment', Body: BlockerList, starts: 'flow', profiles: ['executive'] },
  { id: 'roadmap', title: 'Roadmap: now, next, later', Body: Roadmap, starts: 'flow', profiles: everybody },
  { id: 'plan', title: 'Remediation plan', Body: RemediationPlan, starts: 'page', profiles: technical },
  { id: 'finding', title: 'Finding', Body: OneFinding, starts: 'page', profiles: ['finding'] },
  {
    id: 'findings',
    title: 'Findings',
    Body: Findings,
    starts: 'page',
    profiles: technical,
    parts: findingParts,
  },
  { id: 'clients', title: 'Clients', Body: Clients, starts: 'flow', profiles: technical },
  {
    id: 'not-known',
    title: 'What is not known, and how to find out',
    Body: NotKnown,
    starts: 'flow',
    profiles: everybody,
  },
  {
    id: 'contradictions',
    title: 'Where sources contradict each other',
    Body: Contradictions,
    starts: 'flow',
    profiles: technical,
  },
  { id: 'decisions', title: 'Decisions taken', Body: Decisions, starts: 'flow', profiles: always },
  { id: 'not-judged', title: 'What this version does not judge', Body: NotJudged, starts: 'flow', profiles: technical },
  { id: 'evidence', title: 'Appendix: evidence', Body: EvidenceAppendix, starts: 'page', profiles: inDetail },
  { id: 'versions', title: 'Versions and age of the rules', Body: Versions, starts: 'flow', profiles: always },
  { id: 'glossary', title: 'Glossary', Body: Glossary, starts: 'flow', profiles: technical },
];

export const sectionsOf = (profile: ReportProfile): readonly Section[] =>
  all.filter((section) => section.profiles.includes(profile));
