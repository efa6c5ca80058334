import type { FromHost, ToHost } from '../../src-shared/host/messages';
import { discover } from '../probes/dns/discover';
import { testAdfs } from '../probes/https/test-adfs';
import { kerberosAvailability } from '../probes/ldap/kerberos/kerberos-library';
import { testDirectory } from '../probes/ldap/test-directory';
import type { TestJob } from '../probes/test-result';

type JobOf<T extends ToHost['type']> = Extract<ToHost, { type: T }>;
type Send = (message: FromHost) => void;

const testJob = (jobId: string, signal: AbortSignal, send: Send): TestJob => ({
  signal,
  phase: (phase) => send({ type: 'phase', jobId, phase }),
});

/** Finds targets for the wizard from DNS. */
export async function runDiscover(job: JobOf<'discover'>, signal: AbortSignal, send: Send): Promise<void> {
  const found = await discover(job.domain, job.dnsServer, testJob(job.jobId, signal, send));
  send({
    type: 'discovered',
    jobId: job.jobId,
    domainControllers: [...found.domainControllers],
    federationService: found.federationService,
    queries: [...found.queries],
  });
}

/** "Test connection" of a domain controller. */
export async function runTestDirectory(job: JobOf<'test-directory'>, signal: AbortSignal, send: Send): Promise<void> {
  const result = await testDirectory(job.source, job.live, job.password, testJob(job.jobId, signal, send));
  send({ type: 'tested', jobId: job.jobId, result: result.ok ? { ok: true, facts: { ...result.facts } } : result });
}

/** "Test connection" of a federation service. */
export async function runTestAdfs(job: JobOf<'test-adfs'>, signal: AbortSignal, send: Send): Promise<void> {
  const result = await testAdfs(job.source, job.live, testJob(job.jobId, signal, send));
  send({ type: 'tested', jobId: job.jobId, result: result.ok ? { ok: true, facts: { ...result.facts } } : result });
}

/** Whether this computer can sign in with a Kerberos ticket; loads the addon, which is why the host is asked. */
export function tellKerberos({ jobId }: JobOf<'kerberos'>, send: Send): void {
  const availability = kerberosAvailability();
  send({ type: 'kerberos', jobId, obstacle: availability.isAvailable ? null : availability.reason });
}
