import type { clientsContract } from '../../../src-shared/ipc/clients';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import { catalogueVersion } from '../../knowledge/catalogue';
import type { AppContext } from '../app-context';
import { runAssessment } from '../run/assess';
import { loadClients } from './load-clients';
import { withPastedFile } from './paste-client';

export function clientsHandlers({ session, host, collector }: AppContext): HandlersOf<typeof clientsContract> {
  return {
    overview: async () => {
      const { overview, judgedAt } = await loadClients(session.file);
      return { overview, judgedAt };
    },
    members: async ({ group, search, offset, limit }) => {
      const { sets } = await loadClients(session.file);
      const wanted = search.trim().toLowerCase();
      const all = sets.find((set) => set.group.id === group)?.members ?? [];
      const members = all.filter(({ name }) => name.toLowerCase().includes(wanted));
      return { members: members.slice(offset, offset + limit), total: members.length };
    },
    paste: ({ name, text }, { signal: stop, progress }) =>
      session.runAlone(stop, (file, signal) =>
        withPastedFile(name, text, (path) =>
          runAssessment({
            file,
            host,
            mode: 'import',
            importPaths: [path],
            credentials: [],
            collector,
            catalogueVersion,
            onProgress: progress,
            signal,
          }),
        ),
      ),
  };
}
