import type { DirectorySource, LiveSources } from '../../../src-shared/model/plan';
import { dnsNameOf } from '../../evidence/distinguished-name';
import { openNetwork } from '../net/network';
import { resultOf, type TestJob, type TestResult } from '../test-result';
import { readRootDse } from './read-root-dse';
import { signIn } from './sign-in';

/** Connects, signs in and reads the root DSE; the facts are `dnsHostName`, `defaultNamingContext` and `rootDomain`. */
export function testDirectory(
  source: DirectorySource,
  live: LiveSources,
  password: string,
  job: TestJob,
): Promise<TestResult> {
  return resultOf(async () => {
    job.phase(`Connecting to ${source.server}`);
    const connection = await signIn(source, password, openNetwork(live, job.signal));
    try {
      job.phase('Reading the root DSE');
      const { root } = await readRootDse(connection, job.signal);
      return {
        dnsHostName: root.dnsHostName,
        defaultNamingContext: root.defaultNamingContext,
        rootDomain: dnsNameOf(root.rootDomainNamingContext),
      };
    } finally {
      connection.close();
    }
  });
}
