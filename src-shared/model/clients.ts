import { z } from 'zod';
import { outcomeSchema, severitySchema } from './outcome';

/**
 * Clients by how they fail, and what explains it. A symptom is something a client prints; a chain leads from it to findings of the same run. One function makes
 * both (`src-main/clients`), for screen, report, JSON and command line.
 */

/** One client of a group. */
export const clientMemberSchema = z.strictObject({
  /** Device id, or `client:` and the name. */
  id: z.string(),
  name: z.string(),
  /** Record of its `dsregcmd /status`. */
  evidenceId: z.uuid(),
  /** ISO 8601, UTC. */
  collectedAt: z.iso.datetime(),
});
export type ClientMember = z.infer<typeof clientMemberSchema>;

/**
 * `failing` = a symptom, or Windows says it will not set Hello up; `mute` = the capture says nothing about the user; `ready` = Windows will set it up;
 * `done` = it is set up; `open` = none of these.
 */
export const clientStates = ['failing', 'open', 'mute', 'ready', 'done'] as const;
export type ClientState = (typeof clientStates)[number];

export const clientStateTitles: Readonly<Record<ClientState, string>> = {
  failing: 'Something is missing',
  open: 'Undecided',
  mute: 'Capture tells nothing',
  ready: 'Ready',
  done: 'Set up',
};

export const clientGroupSchema = z.strictObject({
  /** Made of the signature, so the same in every run. */
  id: z.string(),
  state: z.enum(clientStates),
  /** The facts all its clients share: label and value as dsregcmd or an event gives them. */
  signature: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Ids of the symptoms its clients show, in the order of the deployment. */
  symptoms: z.array(z.string()),
  count: z.number().int().min(1),
  /** How many of them were captured more than a day before the run was judged: they are shown, but checks do not count them. */
  staleCount: z.number().int().min(0),
  /** The first by name. */
  representatives: z.array(clientMemberSchema).max(5),
});
export type ClientGroup = z.infer<typeof clientGroupSchema>;

/** A finding that can explain a symptom. */
export const chainLinkSchema = z.strictObject({
  checkId: z.string(),
  title: z.string(),
  outcome: outcomeSchema,
  severity: severitySchema,
  summary: z.string(),
  /** How this leads to the symptom, as a sentence. */
  why: z.string(),
});
export type ChainLink = z.infer<typeof chainLinkSchema>;

export const symptomChainSchema = z.strictObject({
  symptom: z.strictObject({ id: z.string(), title: z.string(), seenAs: z.string() }),
  /** Clients that show it, and ids of their groups. */
  count: z.number().int().min(1),
  groups: z.array(z.string()),
  /** Findings of this run that failed, warn or are unknown among those that can explain it, in the order of the deployment. */
  causes: z.array(chainLinkSchema),
  /** Ids of checks that could have explained it and passed or do not apply. */
  cleared: z.array(z.string()),
  /** Ids of such checks without a finding. */
  notJudged: z.array(z.string()),
});
export type SymptomChain = z.infer<typeof symptomChainSchema>;

export const clientsOverviewSchema = z.strictObject({
  total: z.number().int().min(0),
  groups: z.array(clientGroupSchema),
  chains: z.array(symptomChainSchema),
});
export type ClientsOverview = z.infer<typeof clientsOverviewSchema>;

export const noClients: ClientsOverview = { total: 0, groups: [], chains: [] };

const titledSymptoms = 2;

/** What a person would call a group: its first symptoms, else its state. */
export function groupTitle(
  { symptoms, state }: Pick<ClientGroup, 'symptoms' | 'state'>,
  chains: readonly Pick<SymptomChain, 'symptom'>[],
): string {
  const titles = symptoms.flatMap((id) => chains.find(({ symptom }) => symptom.id === id)?.symptom.title ?? []);
  if (titles.length === 0) return clientStateTitles[state];
  const rest = titles.length - titledSymptoms;
  return [...titles.slice(0, titledSymptoms), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

/** Facts that tell failing clients apart: what is not as it should be; of a capture that tells nothing only why. */
export function troubledFacts({ signature }: Pick<ClientGroup, 'signature'>): ClientGroup['signature'] {
  const capture = signature.filter(({ label }) => label === 'Capture');
  if (capture.length > 0) return capture;
  return signature.filter(
    ({ label, value }) => label === 'Codes' || (label !== 'NgcSet' && /^(?:NO\b|FAILED|none$|WillNot)/u.test(value)),
  );
}
