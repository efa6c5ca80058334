import { clientStateTitles, groupTitle, type SymptomChain } from '../../../src-shared/model/clients';
import type { ReportDocument } from '../../../src-shared/report/report-document';
import { columns, type Sheet } from './sheet';

/** One row a group of clients that fail alike. */
export const clientsSheet = ({ clients: { groups, chains } }: ReportDocument): Sheet => ({
  name: 'Clients',
  columns: columns({ Clients: 10, State: 22, 'What is wrong': 60, Facts: 60, 'For example': 50, 'Explained by': 40 }),
  rows: groups.map((group) => [
    group.count,
    clientStateTitles[group.state],
    groupTitle(group, chains),
    group.signature.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    group.representatives.map(({ name }) => name).join(', '),
    [...new Set(chains.filter(({ groups: ids }) => ids.includes(group.id)).flatMap(failingCauses))].join(', '),
  ]),
});

const failingCauses = ({ causes }: SymptomChain): readonly string[] =>
  causes.filter(({ outcome }) => outcome !== 'unknown').map(({ checkId }) => checkId);
