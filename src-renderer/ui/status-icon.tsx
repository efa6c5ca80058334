import type { ReactElement } from 'react';
import type { Outcome } from '../../src-shared/model/outcome';
import { statusColor } from '../theme/status-colors';

/** Shapes differ as much as the colours: circle, triangle, octagon, dashed circle. Drawn on 16 × 16. */
const shapes: Readonly<Record<Outcome, ReactElement>> = {
  pass: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="m4.8 8.3 2.2 2.2 4.3-4.6"
        fill="none"
        stroke="var(--status-cut)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 1.3c.4 0 .8.2 1 .6l6 10.8c.4.8-.1 1.8-1 1.8H2c-.9 0-1.4-1-1-1.8l6-10.8c.2-.4.6-.6 1-.6Z"
        fill="currentColor"
      />
      <path d="M8 5.6v4" stroke="var(--status-cut)" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="8" cy="12" r="0.95" fill="var(--status-cut)" />
    </>
  ),
  fail: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--status-cut)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 7.3v4" stroke="var(--status-cut)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="4.7" r="1" fill="var(--status-cut)" />
    </>
  ),
  'not-applicable': (
    <>
      <circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.6" />
      <path
        d="M6.2 6.4c.1-1 .9-1.6 1.8-1.6 1 0 1.8.6 1.8 1.5 0 .7-.4 1-1 1.4-.5.4-.8.7-.8 1.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.2" r="0.85" fill="currentColor" />
    </>
  ),
};

/** Decorative: the word always stands beside it. */
export function StatusIcon({ outcome, size = 16 }: { readonly outcome: Outcome; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      style={{ color: statusColor(outcome).ink, flexShrink: 0 }}
    >
      {shapes[outcome]}
    </svg>
  );
}
