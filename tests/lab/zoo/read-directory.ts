import { type DirectoryTopicKind, directoryTopics } from '../../../src-main/evidence/directory/directory-topics';
import { findAuthorityHosts } from '../../../src-main/probes/ldap/find-authority-hosts';
import { findPilotGroups } from '../../../src-main/probes/ldap/find-pilot-groups';
import { contextOf } from '../../../src-main/probes/ldap/forest';
import { readRootDse } from '../../../src-main/probes/ldap/read-root-dse';
import { readTopic } from '../../../src-main/probes/ldap/read-topic';
import { signIn } from '../../../src-main/probes/ldap/sign-in';
import { openNetwork } from '../../../src-main/probes/net/network';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { Plan } from '../../../src-shared/model/plan';
import type { Lab } from '../lab';

/** The directory of a plan's first source, over one connection for all variants. */
export interface DirectoryReader {
  /** Reads as the probe `directory` does, but only these topics, and the root DSE. */
  read(kinds: readonly DirectoryTopicKind[]): Promise<readonly EvidenceDraft[]>;
  close(): void;
}

export async function openDirectoryReader(lab: Lab, { scope, live }: Plan): Promise<DirectoryReader> {
  const [source] = live.directory;
  if (source === undefined) throw new Error('The plan reads no directory.');
  const { signal } = new AbortController();
  const connection = await signIn(source, lab.users.reader.password, openNetwork(live, signal));
  return {
    read: async (kinds) => {
      const { root, draft } = await readRootDse(connection, signal);
      const openGlobalCatalogue = () => Promise.reject(new Error('The pilot group is of another domain.'));
      const lookup = { scope, signal, evidence: [], openGlobalCatalogue };
      const groups = await findPilotGroups({ connection, root, draft }, lookup);
      const { hosts } = await findAuthorityHosts({ connection, root }, signal);
      const context = contextOf(root, scope, { pilotGroups: groups.found, authorityHosts: () => hosts });
      const drafts: EvidenceDraft[] = [draft];
      for (const topic of directoryTopics.filter(({ kind }) => kinds.includes(kind)))
        drafts.push(await readTopic({ topic, context, connection, signal, progress: () => undefined }));
      return drafts;
    },
    close: () => connection.close(),
  };
}
