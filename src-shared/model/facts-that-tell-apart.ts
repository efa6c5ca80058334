import { type ClientGroup, type ClientsOverview, groupTitle } from './clients';

type Signature = ClientGroup['signature'];

/**
 * What groups with the same title differ in, by the id of the group, in the order of the deployment. `not seen` stands for a fact that others of the title have
 * and the group has not. A group whose title is its own is not in the map.
 */
export function factsThatTellApart({
  groups,
  chains,
}: Pick<ClientsOverview, 'groups' | 'chains'>): ReadonlyMap<string, Signature> {
  const byTitle = new Map<string, ClientGroup[]>();
  for (const group of groups) {
    const title = `${group.state}: ${groupTitle(group, chains)}`;
    const namesakes = byTitle.get(title);
    if (namesakes === undefined) byTitle.set(title, [group]);
    else namesakes.push(group);
  }
  return new Map(
    [...byTitle.values()].filter((namesakes) => namesakes.length > 1).flatMap((namesakes) => differences(namesakes)),
  );
}

function differences(namesakes: readonly ClientGroup[]): readonly (readonly [string, Signature])[] {
  const known = namesakes.map(({ id, signature }) => ({
    id,
    values: new Map(signature.map(({ label, value }) => [label, value])),
  }));
  const labels = [...new Set(namesakes.flatMap(({ signature }) => signature.map(({ label }) => label)))];
  const differing = labels.filter((label) => new Set(known.map(({ values }) => values.get(label))).size > 1);
  return known.map(
    ({ id, values }) => [id, differing.map((label) => ({ label, value: values.get(label) ?? 'not seen' }))] as const,
  );
}

/** "CertEnrollment: none, Codes: not seen" */
export const factsInWords = (facts: Signature): string =>
  facts.map(({ label, value }) => `${label}: ${value}`).join(', ');
