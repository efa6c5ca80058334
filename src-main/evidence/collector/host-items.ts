import type { HostCertificates, HostEvents, HostRegistry, HostSystem } from '../../../src-shared/model/evidence/host';
import { bagsOf, booleanOf, numberOf, type PropertyBag, textOf, textsOf, timeOf } from '../powershell/property-bag';
import { present } from '../present';
import { printable } from '../printable';
import { heldCertificates, storedCertificates } from './held-certificates';
import { itemFact, type MainDecoder, theOnly } from './item-decoder';

const eventLimit = 5000;
const parameterLimit = 100;

/** Windows release of the machine. */
export const systemItem: MainDecoder = {
  kinds: ['host.system'],
  target: ({ host }) => host,
  read(objects, { host, role, other }) {
    const bag = theOnly(objects);
    const installation = textOf(bag, 'installation');
    const [tpm] = other('tpm') ?? [];
    const data: HostSystem = {
      host,
      role,
      ...present({
        build: numberOf(bag, 'build'),
        revision: numberOf(bag, 'revision'),
        productType: numberOf(bag, 'productType'),
        lastStart: timeOf(bag, 'lastStart'),
        dotNetRelease: numberOf(bag, 'dotNetRelease'),
        isServerCore: installation === undefined ? undefined : installation === 'Server Core',
        edition: shown(bag, 'edition', 100),
        tpm: tpm === undefined ? undefined : tpmOf(tpm),
      }),
    };
    return [itemFact('host.system', host, data, Object.keys(data).length)];
  },
};

const tpmOf = (bag: PropertyBag): NonNullable<HostSystem['tpm']> =>
  present({
    isPresent: booleanOf(bag, 'isPresent'),
    isReady: booleanOf(bag, 'isReady'),
    isLockedOut: booleanOf(bag, 'isLockedOut'),
    specification: shown(bag, 'specification', 100)?.split(',')[0]?.trim(),
  });

export const servicesItem: MainDecoder = {
  kinds: ['host.services'],
  target: ({ host }) => host,
  read(objects, { host }) {
    const services = objects.flatMap((bag) => {
      const [name, state] = [shown(bag, 'name', 256), shown(bag, 'state', 50)];
      if (name === undefined || state === undefined) return [];
      return [{ name, state, ...present({ account: shown(bag, 'account', 256), started: timeOf(bag, 'started') }) }];
    });
    return [itemFact('host.services', host, { host, services }, services.length, lostOf(objects, services))];
  },
};

/** Values that were asked for, and which of them are not there. */
export function readRegistry(objects: readonly PropertyBag[], host: string): HostRegistry {
  const bag = theOnly(objects);
  const absent = textsOf(bag, 'absent');
  if (absent === undefined) throw new Error('It does not say which registry values are absent');
  const values = bagsOf(bag, 'values').flatMap((row) => {
    const [key, name] = [shown(row, 'key', 500), shown(row, 'name', 255)];
    const number = numberOf(row, 'value');
    const texts = textsOf(row, 'value')?.map((text) => printable(text, 2000));
    const value =
      number === undefined ? (texts?.length === 1 ? texts[0] : texts) : number < 0 ? number + 2 ** 32 : number;
    return key === undefined || name === undefined || value === undefined ? [] : [{ key, name, value }];
  });
  return { host, values, absent: absent.map((place) => printable(place, 800).toLowerCase()) };
}

export const registryItem: MainDecoder = {
  kinds: ['host.registry'],
  target: ({ host }) => host,
  read(objects, { host }) {
    const data = readRegistry(objects, host);
    return [itemFact('host.registry', host, data, data.values.length + data.absent.length)];
  },
};

/** A store whose certificates come one an object. */
export const certificatesItem = (store: HostCertificates['store']): MainDecoder => ({
  kinds: ['host.certificates'],
  target: ({ host }) => `${host} ${store}`,
  read(objects, { host }) {
    const { certificates, incomplete } = heldCertificates(objects);
    const data = { host, store, certificates };
    return [itemFact('host.certificates', `${host} ${store}`, data, certificates.length, incomplete)];
  },
});

/** A store that names its owner: certificates of a user, or files of the profile of a service account. */
export const ownedCertificatesItem = (store: 'user' | 'service'): MainDecoder => ({
  kinds: ['host.certificates'],
  target: ({ host }) => `${host} ${store}`,
  read(objects, { host }) {
    const bag = theOnly(objects);
    if (store === 'service' && booleanOf(bag, 'hasProfile') !== true)
      throw new Error('The account of the service has no profile on the machine, so its store was not found');
    const { certificates, incomplete } =
      store === 'service'
        ? storedCertificates(textsOf(bag, 'elements'))
        : heldCertificates(bagsOf(bag, 'certificates'));
    const data = { host, store, certificates, ...present({ owner: shown(bag, 'owner', 256) }) };
    return [itemFact('host.certificates', `${host} ${store}`, data, certificates.length, incomplete)];
  },
});

/** Events of a log, as the collector filtered them. */
export const eventsItem = (log: string, provider?: string): MainDecoder => ({
  kinds: ['host.events'],
  target: ({ host }) => `${host} ${log}`,
  read(objects, { host }) {
    const bag = theOnly(objects);
    const rows = bagsOf(bag, 'events');
    const events = rows.slice(0, eventLimit).flatMap((row) => {
      const [id, time, level] = [numberOf(row, 'id'), timeOf(row, 'time'), numberOf(row, 'level')];
      const parameters = textsOf(row, 'parameters');
      if (id === undefined || time === undefined || parameters === undefined) return [];
      const own = parameters.slice(0, parameterLimit).map((text) => printable(text, 2000));
      return [{ id, time, parameters: own, ...present({ level }) }];
    });
    const sorted = [...events].sort((a, b) => b.time.localeCompare(a.time, 'en') || a.id - b.id);
    const data: HostEvents = { host, log, events: sorted, ...present({ provider, since: timeOf(bag, 'since') }) };
    return [itemFact('host.events', `${host} ${log}`, data, events.length, lostOf(rows.slice(0, eventLimit), events))];
  },
});

export const connectivityItem: MainDecoder = {
  kinds: ['host.connectivity'],
  target: ({ host }) => host,
  read(objects, { host }) {
    const attempts = objects.flatMap((bag) => {
      const [kind, target] = [shown(bag, 'kind', 50), shown(bag, 'target', 300)];
      const succeeded = booleanOf(bag, 'succeeded');
      if (kind === undefined || target === undefined || succeeded === undefined) return [];
      return [{ kind, target, succeeded, ...present({ port: numberOf(bag, 'port') }) }];
    });
    return [itemFact('host.connectivity', host, { host, attempts }, attempts.length, lostOf(objects, attempts))];
  },
};

export const shown = (bag: PropertyBag, name: string, length = 2000): string | undefined => {
  const text = textOf(bag, name);
  return text === undefined ? undefined : printable(text, length);
};

/** A sentence when rows were lost: then nothing can be said to be missing. */
export const lostOf = (all: readonly unknown[], read: readonly unknown[]): string | undefined =>
  all.length === read.length ? undefined : `${all.length - read.length} of ${all.length} objects could not be read.`;
