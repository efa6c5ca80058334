import type { NdesServer } from '../../../src-shared/model/evidence/ndes';
import { numberOf } from '../powershell/property-bag';
import { present } from '../present';
import { registryIn } from '../registry-values';
import { certificatesItem, readRegistry, servicesItem, shown } from './host-items';
import { type ItemDecoders, itemFact, type MainDecoder } from './item-decoder';

const mscep = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\MSCEP';
const http = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

/** The registry of NDES, with limits and account of its web application where they were read. */
const serverItem: MainDecoder = {
  kinds: ['host.registry', 'ndes.server'],
  target: ({ host }) => host,
  read(objects, { host, other }) {
    const registry = readRegistry(objects, host);
    const { numberAt, textAt } = registryIn(registry);
    const [limits] = other('request-limits') ?? [];
    const [pool] = other('application-pool') ?? [];
    const enforce = numberAt(`${mscep}\\EnforcePassword`, 'EnforcePassword');
    const data: NdesServer = {
      host,
      ...present({
        signatureTemplate: textAt(mscep, 'SignatureTemplate'),
        encryptionTemplate: textAt(mscep, 'EncryptionTemplate'),
        generalPurposeTemplate: textAt(mscep, 'GeneralPurposeTemplate'),
        enforcePassword: enforce === undefined ? undefined : enforce !== 0,
        maxFieldLength: numberAt(http, 'MaxFieldLength'),
        maxRequestBytes: numberAt(http, 'MaxRequestBytes'),
        maxUrl: limits === undefined ? undefined : numberOf(limits, 'maxUrl'),
        maxQueryString: limits === undefined ? undefined : numberOf(limits, 'maxQueryString'),
        applicationPoolAccount:
          pool === undefined ? undefined : (shown(pool, 'user', 256) ?? shown(pool, 'identity', 100)),
      }),
    };
    return [
      itemFact('host.registry', host, registry, registry.values.length + registry.absent.length),
      itemFact('ndes.server', host, data, Object.keys(data).length),
    ];
  },
};

/** Items of `ndes.ps1`, beside those of every machine. */
export const ndesItems: ItemDecoders = {
  registry: serverItem,
  'request-limits': { supplements: 'registry' },
  'application-pool': { supplements: 'registry' },
  'certificates.machine': certificatesItem('machine'),
  services: servicesItem,
};
