import type { AdfsSource, LiveSources } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { parseOpenIdConfiguration } from '../../evidence/openid-configuration';
import { openNetwork } from '../net/network';
import { resultOf, type TestJob, type TestResult } from '../test-result';
import { attempt, readDocument } from './adfs-document';

/** Reads the discovery document once over verified HTTPS; the fact is `issuer`. */
export function testAdfs(source: AdfsSource, live: LiveSources, job: TestJob): Promise<TestResult> {
  return resultOf(async () => {
    job.phase(`Asking ${source.host} for its discovery document`);
    const document = readDocument(
      await attempt(source, 'openid', openNetwork(live, job.signal)),
      parseOpenIdConfiguration,
    );
    if ('failure' in document) throw new ProbeFailure(document.failure);
    return { issuer: document.value.issuer };
  });
}
