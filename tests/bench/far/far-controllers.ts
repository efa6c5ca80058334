import { randomUUID } from 'node:crypto';
import { runCollect } from '../../../src-main/host/collect-job';
import type { StoredRecord } from '../../../src-shared/host/messages';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import type { DomainControllers } from '../../../src-shared/model/evidence/directory';
import { defaultScope } from '../../../src-shared/model/scope';
import { liveAt } from '../../unit/probes/servers/live';
import { timed } from '../alternate';
import { type Measured, rounded } from '../measurement';
import { bulkForest } from '../slapd/bulk-users';
import { type SlapdServer, startSlapd } from '../slapd/slapd-server';
import { type DelayingProxy, startDelayingProxy } from './delaying-proxy';

const count = 60;
const milliseconds = 40;
/** Controllers read alone, to know how long the slowest takes. */
const readAlone = 10;
const roundCount = 3;

interface FarController {
  readonly host: string;
  readonly address: string;
}

const controllers: readonly FarController[] = Array.from({ length: count }, (_, index) => ({
  host: `far${index + 1}.${bulkForest.domain}`,
  address: `127.0.60.${index + 1}`,
}));

/** Certificate and state of 60 domain controllers, each on an address of its own and 40 ms away in either direction, against the slowest of them alone. */
export async function measureFarControllers(say: (line: string) => void): Promise<readonly Measured[]> {
  const slapd = await startSlapd(say);
  const proxies: DelayingProxy[] = [];
  try {
    for (const { address } of controllers) {
      for (const port of [636, 88])
        proxies.push(
          await startDelayingProxy({ host: address, port }, { host: slapd.address, port: 636 }, milliseconds),
        );
    }
    await readAll(slapd, controllers.slice(0, 1)); // the first of all pays for what is loaded once
    const alone: number[] = [];
    for (const one of controllers.slice(0, readAlone)) alone.push(await timed(() => readAll(slapd, [one])));
    const together = await timed(() => readAll(slapd, controllers));
    const slowest = Math.max(...alone);
    return [
      {
        measurement: {
          name: `${count} domain controllers ${milliseconds} ms away, all / the slowest one alone`,
          value: rounded(together / slowest),
          unit: 'x',
          goal: 3,
          better: 'lower',
        },
        details: `all ${Math.round(together)} ms (median of ${roundCount}), the slowest of ${readAlone} read alone ${Math.round(slowest)} ms`,
      },
    ];
  } finally {
    for (const proxy of proxies) proxy.close();
    await slapd.stop();
  }
}

/** What a run does with the domain controllers it found: all that the host's collecting job reads of them. */
async function readAll({ caFile }: SlapdServer, wanted: readonly FarController[]): Promise<void> {
  const complete = new Set<string>();
  const addresses = Object.fromEntries(wanted.map(({ host, address }) => [host, address]));
  await runCollect(
    {
      type: 'collect',
      jobId: randomUUID(),
      scope: defaultScope,
      live: liveAt([], { caFile, addresses, domainControllerCertificates: true }),
      imports: [],
      credentials: [],
      skip: [],
      known: [foundControllers(wanted)],
      collector,
    },
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
