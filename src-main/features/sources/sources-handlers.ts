import { z } from 'zod';
import type { HandlersOf } from '../../../src-shared/ipc/define';
import type { sourcesContract } from '../../../src-shared/ipc/sources';
import { contactsOf, previewCoverage } from '../../engine/coverage';
import { removeCollectorRequest } from '../../store/collector-requests';
import type { AppContext } from '../app-context';
import { collectorProgress, requestCollectors } from './collector-requests';
import { runHostJob } from './host-job';

const directoryFacts = z.strictObject({
  dnsHostName: z.string(),
  defaultNamingContext: z.string(),
  rootDomain: z.string(),
});
/** For an answer that is there at once. */
const unattended = { signal: new AbortController().signal, progress: () => undefined };

const adfsFacts = z.strictObject({ issuer: z.string() });

export function sourcesHandlers({ host, desktop, session }: AppContext): HandlersOf<typeof sourcesContract> {
  return {
    discover: async (input, context) => {
      const { domain, dnsServer } = input;
      const request = { type: 'discover', domain, ...(dnsServer === undefined ? {} : { dnsServer }) } as const;
      const { domainControllers, federationService, queries } = await runHostJob(host, request, 'discovered', context);
      return { domainControllers, federationService, queries };
    },
    testDirectory: async ({ source, live, password }, context) => {
      const { result } = await runHostJob(host, { type: 'test-directory', source, live, password }, 'tested', context);
      return result.ok ? { ok: true, ...directoryFacts.parse(result.facts) } : result;
    },
    testAdfs: async ({ source, live }, context) => {
      const { result } = await runHostJob(host, { type: 'test-adfs', source, live }, 'tested', context);
      return result.ok ? { ok: true, ...adfsFacts.parse(result.facts) } : result;
    },
    kerberos: async () => {
      const { obstacle } = await runHostJob(host, { type: 'kerberos' }, 'kerberos', unattended);
      return { obstacle };
    },
    choosePaths: async ({ kind }) => ({ paths: [...(await desktop.chooseImports(kind))] }),
    requestCollectors: async ({ wanted }) => {
      const { file } = session;
      const folder = await desktop.chooseCollectorFolder();
      if (folder === undefined) return { written: null };
      return { written: { folder, count: await requestCollectors(file, folder, wanted) } };
    },
    collectorRequests: async () => ({ requests: await collectorProgress(session.file) }),
    forgetCollectorRequest: async ({ id }) => {
      const { file } = session;
      removeCollectorRequest(file, id);
      return { requests: await collectorProgress(file) };
    },
    chooseCaFile: async () => ({ path: (await desktop.chooseCaFile()) ?? null }),
    preview: ({ scope, live }) => ({ contacts: contactsOf(live), ...previewCoverage(scope, live) }),
  };
}
