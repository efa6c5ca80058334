import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { EntraArea } from '../../../src-shared/model/plan';
import { type GraphListName, graphList, judgedApplications } from '../../evidence/graph/lists';
import type { GraphTopic, TopicInput } from '../../evidence/graph/topic';
import { topicsOf } from '../../evidence/graph/topics';
import type { JsonObject } from '../../evidence/json';
import { unreadableAnswer } from './graph-failure';
import type { GraphAccess, GraphList } from './graph-reader';
import { addressOf, auditsSince, listReader } from './list-readers';
import { provenance } from './provenance';

/** Lists of a tenant do not name it; what files give has this target, too. */
export const tenantTarget = 'tenant';

type Lists = ReadonlyMap<GraphListName, GraphList<JsonObject>>;

/**
 * Reads what is put together from lists, in the areas asked for. A list that several topics take is read once; one that is refused fails the kinds that rest
 * on it and no others.
 */
export async function* readTopics(
  areas: readonly EntraArea[],
  access: GraphAccess,
  progress: (phase: string, facts: number) => void,
): AsyncGenerator<EvidenceDraft> {
  const lists = new Map<GraphListName, GraphList<JsonObject>>();
  for (const topic of topicsOf(areas)) {
    for (const name of topic.lists) {
      if (lists.has(name)) continue;
      const phase = `Reading ${graphList(name).title}`;
      progress(phase, 0);
      lists.set(name, await listReader(name)(access, (count) => progress(phase, count)));
    }
    yield topicDraft(topic, lists, access);
  }
}

function topicDraft(topic: GraphTopic, lists: Lists, access: GraphAccess): EvidenceDraft {
  const read = topic.lists.flatMap((name) => lists.get(name) ?? []);
  const url = addressOf(access, graphList(topic.lists[0]).address);
  const base = {
    kind: topic.kind,
    target: tenantTarget,
    ...provenance(
      url,
      read.flatMap(({ pages }) => pages),
    ),
  };
  const failure = read.find((list) => list.failure !== undefined)?.failure;
  const hasItems = read.some(({ items }) => items.length > 0);
  if (failure !== undefined && !hasItems) return { ...base, status: 'failed', failure, facts: 0 };
  const made = dataOf(topic, lists, failure === undefined, url);
  if ('failure' in made) return { ...base, status: 'failed', failure: failure ?? made.failure, facts: 0 };
  // Kind and data belong together by the topic, which the compiler cannot see in the union of drafts.
  return (
    failure === undefined ? { ...base, ...made, status: 'complete' } : { ...base, ...made, status: 'partial', failure }
  ) as EvidenceDraft;
}

function dataOf(
  topic: GraphTopic,
  lists: Lists,
  complete: boolean,
  url: URL,
): ReturnType<GraphTopic['read']> | { readonly failure: EvidenceFailure } {
  const input: TopicInput = {
    items: (name) => lists.get(name)?.items ?? [],
    complete,
    isLive: true,
    since: auditsSince(new Date()),
    askedFor: Object.values(judgedApplications),
  };
  try {
    return topic.read(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: unreadableAnswer(url, `it cannot be read: ${reason}`) };
  }
}
