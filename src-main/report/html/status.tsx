import type { ReactElement } from 'react';
import { type Outcome, outcomeTitles, type Severity, severityTitles } from '../../../src-shared/model/outcome';
import { type Verdict, verdictTitles } from '../../../src-shared/model/readiness';

/** Shapes differ as much as the colours, so that a grey print says the same. Drawn on 16 × 16 with the text's colour. */
const shapes: Readonly<Record<Outcome, ReactElement>> = {
  pass: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.7 8.3 2.3 2.3 4.4-4.8" className="cut" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.2 15.3 14.4H.7Z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
      <path d="M8 5.8v4M8 12v.3" className="cut" />
    </>
  ),
  fail: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" />
      <path d="m5.5 5.5 5 5m0-5-5 5" className="cut" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 7.4v4M8 4.6v.2" className="cut" />
    </>
  ),
  'not-applicable': (
    <>
      <circle cx="8" cy="8" r="6.3" className="line" />
      <path d="M5 8h6" className="line" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" className="line" strokeDasharray="2.6 1.7" />
      <path d="M6.1 6.5c.1-1.1.9-1.7 1.9-1.7s1.9.6 1.9 1.6c0 1.5-1.8 1.5-1.8 2.9M8.1 11.3v.2" className="line" />
    </>
  ),
};

/** Without meaning of its own: a word always stands beside it. */
export const StatusIcon = ({ outcome }: { readonly outcome: Outcome }) => (
  <svg className={`icon ${outcome}`} viewBox="0 0 16 16" aria-hidden="true">
    {shapes[outcome]}
  </svg>
);

interface StatusProps {
  readonly outcome: Outcome;
  /** In place of the outcome's own name. */
  readonly word?: string;
}

export const Status = ({ outcome, word = outcomeTitles[outcome] }: StatusProps) => (
  <span className={`status ${outcome}`}>
    <StatusIcon outcome={outcome} />
    <span>{word}</span>
  </span>
);

/** Verdicts wear the sign of the outcome they resemble; *not known* looks like nothing reassuring. */
export const verdictOutcome: Readonly<Record<Verdict, Outcome>> = {
  ready: 'pass',
  'ready-with-warnings': 'warning',
  blocked: 'fail',
  'not-known': 'unknown',
  'not-applicable': 'not-applicable',
};

export const VerdictStatus = ({ verdict }: { readonly verdict: Verdict }) => (
  <Status outcome={verdictOutcome[verdict]} word={verdictTitles[verdict]} />
);

/** Only the blocker is filled. */
export const SeverityTag = ({ severity }: { readonly severity: Severity }) => (
  <span className={severity === 'blocker' ? 'severity blocker' : 'severity'}>{severityTitles[severity]}</span>
);
