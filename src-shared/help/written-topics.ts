import { collectingTopics } from './collecting-topics';
import { glossary } from './glossary';
import type { HelpTopic } from './help-topic';
import { rightsTopics } from './rights-topics';

const termTopics: readonly HelpTopic[] = glossary.map(({ term, meaning }) => ({
  id: `term-${term.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}`,
  group: 'terms',
  title: term,
  parts: [{ text: meaning }],
}));

/** Every page of the help but those of the checks, which the catalogue gives. */
export const writtenTopics: readonly HelpTopic[] = [...collectingTopics, ...rightsTopics, ...termTopics];
