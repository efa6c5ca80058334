import { randomUUID } from 'node:crypto';
import { runCollect } from '../../../src-main/host/collect-job';
import { readStoredRecords } from '../../../src-main/host/stored-records';
import type { StoredRecord } from '../../../src-shared/host/messages';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import type { DomainControllers } from '../../../src-shared/model/evidence/directory';
import { noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';
import { timed } from '../alternate';
import { answerRequests } from '../answer-requests';
import { bulkForest } from '../slapd/bulk-users';

export interface FarController {
  readonly host: string;
  readonly address: string;
}

export interface ReadControllersRequest {
  readonly controllers: readonly FarController[];
  readonly caFile: string;
}

export interface ControllersRead {
  readonly ms: number;
}

answerRequests(
  async (request: ReadControllersRequest): Promise<ControllersRead> => ({ ms: await timed(() => readAll(request)) }),
);

/** What a run does with the domain controllers it found: all that the host's collecting job reads of them. */
async function readAll({ caFile, controllers: wanted }: ReadControllersRequest): Promise<void> {
  const complete = new Set<string>();
  const addresses = Object.fromEntries(wanted.map(({ host, address }) => [host, address]));
  await runCollect(
    {
      type: 'collect',
      readBefore: [],
      jobId: randomUUID(),
      scope: defaultScope,
      live: { ...noLiveSources, caFile, addresses, domainControllerCertificates: true },
      imports: [],
      credentials: [],
      skip: [],
      collector,
    },
    readStoredRecords([foundControllers(wanted)]),
    new AbortController().signal,
    (message) => {
      if (message.type !== 'evidence' || message.record.header.status !== 'complete') return;
      complete.add(`${message.record.header.kind} ${message.record.header.target}`);
    },
  );
  const expected = wanted.flatMap(({ host }) => [`pki.dc-certificate ${host}`, `ad.controller-state ${host}`]);
  const missing = expected.filter((one) => !complete.has(one));
  if (missing.length > 0) throw new Error(`Not read completely: ${missing.join(', ')}`);
}

const collector = { user: 'bench', host: 'bench', version: '0.0.0' };

function foundControllers(wanted: readonly FarController[]): StoredRecord {
  const data: DomainControllers = {
    controllers: wanted.map(({ host }) => ({
      distinguishedName: `CN=${host},OU=Domain Controllers,${bulkForest.baseDn}`,
      objectGuid: randomUUID(),
      dnsHostName: host,
      readOnly: false,
    })),
  };
  const header: EvidenceHeader = {
    id: randomUUID(),
    kind: 'ad.domain-controllers',
    target: bulkForest.domain,
    source: { way: 'probe', by: 'directory', location: `ldaps://${wanted[0]?.host}/` },
    collectedAt: new Date().toISOString(),
    collector,
    status: 'complete',
    facts: wanted.length,
    notes: [],
  };
  return { header, dataJson: JSON.stringify(data) };
}
