import type { HelpTopic } from './help-topic';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/u).filter(Boolean);

const bodyOf = ({ parts }: HelpTopic): string =>
  parts.map(({ title = '', text = '', commands = '' }) => `${title} ${text} ${commands}`).join(' ');

/** Topics in which every word occurs, those first that have all of them in their title; all topics when nothing is searched for. */
export function searchHelp(topics: readonly HelpTopic[], search: string): readonly HelpTopic[] {
  const words = wordsOf(search);
  if (words.length === 0) return topics;
  const isIn = (text: string): boolean => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  const titled = topics.filter(({ title }) => isIn(title));
  return [...titled, ...topics.filter((topic) => !titled.includes(topic) && isIn(`${topic.title} ${bodyOf(topic)}`))];
}
