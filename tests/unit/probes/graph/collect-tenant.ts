import { gunzipSync } from 'node:zlib';
import { collectProbes } from '../../../../src-main/engine/collect-probes';
import { type CompressedRaw, RecordWriter } from '../../../../src-main/engine/record-writer';
import entraProbe from '../../../../src-main/probes/graph/entra.probe';
import { readTenant } from '../../../../src-main/probes/graph/read-tenant';
import type { StoredRecord } from '../../../../src-shared/host/messages';
import { type EntraSource, type ProxySettings, proxyCredential } from '../../../../src-shared/model/plan';
import type { RunTarget } from '../../../../src-shared/model/run';
import { defaultScope } from '../../../../src-shared/model/scope';
import { liveAt } from '../servers/live';
import { type EntraServer, graphHost, loginHost, secrets } from './entra-server';

/** Everything the assessment host would send on. */
export interface Collected {
  readonly records: readonly StoredRecord[];
  readonly raws: readonly CompressedRaw[];
  readonly targets: readonly RunTarget[];
  readonly log: readonly string[];
}

export interface CollectOptions {
  readonly caFile: string;
  readonly source?: Partial<EntraSource>;
  readonly signal?: AbortSignal;
  readonly onTarget?: (target: RunTarget) => void;
  readonly openAddress?: (url: string) => void;
  /** Everything goes through it, and names are its to resolve. */
  readonly proxy?: { readonly settings: ProxySettings; readonly password: string };
}

/** Runs the probe as the host does, with the servers of a test as its cloud. */
export async function collectTenant(server: EntraServer, options: CollectOptions): Promise<Collected> {
  const {
    caFile,
    source,
    openAddress,
    proxy,
    signal = new AbortController().signal,
    onTarget = () => undefined,
  } = options;
  const found = {
    records: [] as StoredRecord[],
    raws: [] as CompressedRaw[],
    targets: [] as RunTarget[],
    log: [] as string[],
  };
  const sink = {
    target: (target: RunTarget) => {
      found.targets.push(target);
      onTarget(target);
    },
    raw: (raw: CompressedRaw) => found.raws.push(raw),
    evidence: (record: StoredRecord) => found.records.push(record),
    log: (_level: string, message: string) => found.log.push(message),
  };
  const entra: EntraSource = { id: 'contoso', tenant: 'contoso.com', cloud: 'global', areas: [], ...source };
  const probe: typeof entraProbe = {
    ...entraProbe,
    collect: (target, context) => readTenant(target.source, server, context),
  };
  await collectProbes(
    {
      probes: [probe],
      scope: defaultScope,
      live: liveAt(proxy === undefined ? [loginHost, graphHost] : [], {
        caFile,
        entra: [entra],
        ...(proxy === undefined ? {} : { proxy: proxy.settings }),
      }),
      password: (id) => (id === proxyCredential ? proxy?.password : undefined),
      collector: { user: 'consultant', host: 'laptop', version: '0.0.0' },
      skip: new Set(),
      known: [],
      signal,
      ...(openAddress === undefined ? {} : { openAddress }),
    },
    sink,
    new RecordWriter(sink),
  );
  return found;
}

/** `kind target status [failure code]` of each record. */
export const outline = ({ records }: Collected): readonly string[] =>
  records.map(({ header: { kind, target, status, failure } }) =>
    [kind, target, status, ...(failure === undefined ? [] : [failure.code])].join(' '),
  );

export const dataOf = ({ records }: Collected, kind: string): unknown =>
  JSON.parse(records.find(({ header }) => header.kind === kind)?.dataJson ?? 'null');

/** Secrets that anything sent on holds. */
export function leaks(collected: Collected): readonly string[] {
  const raw = collected.raws.map(({ gzip }) => gunzipSync(gzip).toString('utf8'));
  const everything = JSON.stringify([collected.records, collected.targets, collected.log, raw]);
  return Object.values(secrets).filter((secret) => everything.includes(secret));
}
