import { type ClientsOverview, clientStateTitles, groupTitle } from '../../src-shared/model/clients';
import { factsInWords, factsThatTellApart } from '../../src-shared/model/facts-that-tell-apart';
import { printable } from '../../src-shared/model/printable';
import { amount, quantity } from '../../src-shared/text/quantity';

const groupsShown = 20;

/** Groups of clients with what explains them, as lines for a terminal; nothing without clients. */
export function clientsText({ total, groups, chains }: ClientsOverview): string[] {
  if (total === 0) return [];
  const rest = groups.length - groupsShown;
  const apart = factsThatTellApart({ groups, chains });
  return [
    '',
    `Clients (${quantity(total, 'client')} in ${quantity(groups.length, 'group')})`,
    ...groups.slice(0, groupsShown).flatMap((group) => {
      const title = groupTitle(group, chains);
      const words = title === clientStateTitles[group.state] ? '' : `: ${printable(title)}`;
      const difference = apart.get(group.id) ?? [];
      const causes = chains
        .filter(({ symptom }) => group.symptoms.includes(symptom.id))
        .flatMap((chain) => chain.causes);
      const idsOf = (isKnown: boolean): string =>
        [
          ...new Set(causes.filter(({ outcome }) => (outcome !== 'unknown') === isKnown).map(({ checkId }) => checkId)),
        ].join(' ');
      const [known, unknown] = [idsOf(true), idsOf(false)];
      return [
        `  ${amount(group.count).padStart(6)}  ${clientStateTitles[group.state]}${words}`,
        ...(difference.length === 0 ? [] : [`          unlike the others: ${printable(factsInWords(difference))}`]),
        ...(known === '' ? [] : [`          explained by ${known}`]),
        ...(unknown === '' ? [] : [`          could be explained by what is not known: ${unknown}`]),
      ];
    }),
    ...(rest > 0 ? [`  and ${amount(rest)} more groups`] : []),
  ];
}
