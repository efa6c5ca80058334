import path from 'node:path';
import { median } from '../alternate';
import { type BundledProgram, startProgram } from '../bundled-program';
import { type Measured, rounded } from '../measurement';
import { bulkForest } from '../slapd/bulk-users';
import { startSlapd } from '../slapd/slapd-server';
import { type DelayingProxy, startDelayingProxy } from './delaying-proxy';
import type { ControllersRead, FarController, ReadControllersRequest } from './read-controllers';

const count = 60;
const milliseconds = 40;
/** Controllers read alone, to know how long the slowest takes. */
const readAlone = 10;
const roundCount = 3;

type ControllersReader = BundledProgram<ReadControllersRequest, ControllersRead>;

const controllers: readonly FarController[] = Array.from({ length: count }, (_, index) => ({
  host: `far${index + 1}.${bulkForest.domain}`,
  address: `127.0.60.${index + 1}`,
}));

/** Certificate and state of 60 domain controllers, each on an address of its own and 40 ms away in either direction, against the slowest of them alone. */
export async function measureFarControllers(say: (line: string) => void): Promise<readonly Measured[]> {
  const slapd = await startSlapd(say);
  const reader: ControllersReader = await startProgram(path.join(import.meta.dirname, 'read-controllers.ts'));
  const read = async (wanted: readonly FarController[]): Promise<number> =>
    (await reader.ask({ controllers: wanted, caFile: slapd.caFile })).ms;
  const proxies: DelayingProxy[] = [];
  try {
    for (const { address } of controllers) {
      for (const port of [636, 88])
        proxies.push(
          await startDelayingProxy({ host: address, port }, { host: slapd.address, port: 636 }, milliseconds),
        );
    }
    await read(controllers.slice(0, 1)); // the first of all pays for what is loaded once
    const alone: number[] = [];
    for (const one of controllers.slice(0, readAlone)) alone.push(await read([one]));
    const rounds: number[] = [];
    for (let round = 0; round < roundCount; round += 1) rounds.push(await read(controllers));
    const together = median(rounds);
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
    await reader.close();
    await slapd.stop();
  }
}
