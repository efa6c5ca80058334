import type { EvidenceDataByKind } from '../../../src-shared/model/evidence';
import type { JsonObject } from '../json';
import type { GraphListName } from './lists';

/** Kinds that topics give; tenant, domains, federation, devices and users are read by themselves. */
export type TopicKind =
  | 'entra.synchronization'
  | 'entra.sync-jobs'
  | 'entra.skus'
  | 'entra.rollout-policies'
  | 'entra.registration-policy'
  | 'entra.authentication-methods'
  | 'entra.conditional-access'
  | 'entra.service-principals'
  | 'entra.application-proxy'
  | 'entra.mfa-registrations'
  | 'entra.hello-methods'
  | 'entra.federation-audits'
  | 'intune.hello-enrollment'
  | 'intune.hello-policies'
  | 'intune.certificate-profiles'
  | 'intune.managed-devices'
  | 'intune.ndes-connectors';

/** The objects of the lists a topic takes, all pages put together. */
export interface TopicInput {
  readonly items: (list: GraphListName) => readonly JsonObject[];
  /** False when a page is missing. */
  readonly complete: boolean;
  /** Read live, and so about everybody; saved answers may be about a choice of users. */
  readonly isLive?: boolean;
  /** From when on a live reader asked for events. */
  readonly since?: string;
  /** Application ids a live reader asked for. */
  readonly askedFor?: readonly string[];
}

/** Makes one kind of evidence of lists of Microsoft Graph, the same for live answers and saved ones. */
export interface GraphTopicOf<K extends TopicKind> {
  readonly kind: K;
  /** All of them are needed. */
  readonly lists: readonly [GraphListName, ...GraphListName[]];
  /** Throws an Error with a sentence when an object lacks what everything rests on, or was saved without a part that decides. */
  readonly read: (input: TopicInput) => { readonly data: EvidenceDataByKind[K]; readonly facts: number };
}
export type GraphTopic = { readonly [K in TopicKind]: GraphTopicOf<K> }[TopicKind];

export const graphTopic = <K extends TopicKind>(topic: GraphTopicOf<K>): GraphTopicOf<K> => topic;
