import type { Profile } from './report-store';

/** Chapters of the report by profile, as the document names them; a test holds them against the document. */
export const reportChapters: Readonly<Record<Profile, readonly string[]>> = {
  executive: [
    'Summary for management',
    'Readiness by area and by step',
    'What blocks the deployment',
    'Roadmap: now, next, later',
    'What is not known, and how to find out',
    'Decisions taken',
    'Versions and age of the rules',
  ],
  technical: [
    'Summary for management',
    'Scope and method',
    'Readiness by area and by step',
    'Roadmap: now, next, later',
    'Remediation plan',
    'Findings',
    'Clients',
    'What is not known, and how to find out',
    'Where sources contradict each other',
    'Decisions taken',
    'What this version does not judge',
    'Appendix: evidence',
    'Versions and age of the rules',
    'Glossary',
  ],
};
