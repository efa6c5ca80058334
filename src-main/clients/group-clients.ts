import { createHash } from 'node:crypto';
import { type ClientGroup, type ClientMember, type ClientState, clientStates } from '../../src-shared/model/clients';
import { clientErrorCode } from '../knowledge/client-error-codes';
import { type ClientFacts, factLabels } from './client-facts';
import { symptoms } from './symptoms';

/** A client reduced to what groups are made of. */
export interface KnownClient {
  readonly member: ClientMember;
  readonly facts: ClientFacts;
  readonly isStale: boolean;
}

const representatives = 5;

/** Clients with the same facts, sorted by name. */
export interface ClientSet {
  readonly group: ClientGroup;
  readonly members: readonly ClientMember[];
}

/** Groups of clients with the same facts: failing ones first, then by size; the same for the same clients in any order. */
export function groupClients(clients: readonly KnownClient[]): readonly ClientSet[] {
  const bySignature = new Map<string, KnownClient[]>();
  for (const client of clients) {
    const key = keyOf(client.facts);
    const known = bySignature.get(key);
    if (known === undefined) bySignature.set(key, [client]);
    else known.push(client);
  }
  return [...bySignature.values()].map(setOf).sort((a, b) => compareGroups(a.group, b.group));
}

const groupIdOf = (facts: ClientFacts): string => createHash('sha256').update(keyOf(facts)).digest('hex').slice(0, 16);

const keyOf = (facts: ClientFacts): string => factLabels.map((label) => `${label}=${facts[label] ?? ''}`).join('\n');

function setOf(clients: readonly KnownClient[]): ClientSet {
  const [first] = clients;
  const facts = first?.facts ?? {};
  const shown = symptomIds(facts);
  const members = clients.map(({ member }) => member).sort(compareMembers);
  const group = {
    id: groupIdOf(facts),
    state: stateOf(facts, shown),
    signature: factLabels.flatMap((label) => {
      const value = facts[label];
      return value === undefined ? [] : [{ label, value }];
    }),
    symptoms: [...shown],
    count: clients.length,
    staleCount: clients.filter(({ isStale }) => isStale).length,
    representatives: members.slice(0, representatives),
  };
  return { group, members };
}

/** Made once: for each comparison of thousands of names it would take longer than all of them. */
const byNumber = new Intl.Collator('en', { numeric: true });

const compareMembers = (a: ClientMember, b: ClientMember): number =>
  byNumber.compare(a.name, b.name) || a.id.localeCompare(b.id, 'en');

const compareGroups = (a: ClientGroup, b: ClientGroup): number =>
  clientStates.indexOf(a.state) - clientStates.indexOf(b.state) || b.count - a.count || a.id.localeCompare(b.id, 'en');

/** A code may be of an attempt long ago: it explains, but does not make a client fail. */
const isCode = (symptom: string): boolean => symptom.startsWith('code:');

/** Symptoms a client shows; a capture that says nothing about the user shows none. */
export function symptomIds(facts: ClientFacts): readonly string[] {
  if (facts.Capture !== undefined) return [];
  const printed = symptoms
    .filter(({ seenAs }) => seenAs.some(({ fact, value }) => value.test(facts[fact] ?? '')))
    .map(({ id }) => id);
  const codes = (facts.Codes ?? '').split(', ').filter((code) => clientErrorCode(code) !== undefined);
  return [...printed, ...codes.map((code) => `code:${code}`)];
}

function stateOf(facts: ClientFacts, shown: readonly string[]): ClientState {
  if (facts.Capture !== undefined) return 'mute';
  if (shown.some((id) => !isCode(id)) || facts.PreReqResult === 'WillNotProvision') return 'failing';
  if (facts.NgcSet === 'YES') return 'done';
  return facts.PreReqResult === 'WillProvision' ? 'ready' : 'open';
}
