import type { EntraArea } from '../../../src-shared/model/plan';
import { accessTopics } from './access-topics';
import { directoryTopics } from './directory-topics';
import { intuneTopics } from './intune-topics';
import { graphList } from './lists';
import type { GraphTopic } from './topic';

/** Everything that is put together from lists of Microsoft Graph, in the order it is read. */
export const graphTopics: readonly GraphTopic[] = [...directoryTopics, ...accessTopics, ...intuneTopics];

/** The area of a topic is that of its first list. */
export const topicsOf = (areas: readonly EntraArea[]): readonly GraphTopic[] =>
  graphTopics.filter(({ lists: [first] }) => areas.includes(graphList(first).area));
