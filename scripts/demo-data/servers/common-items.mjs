import { plusMinutes } from '../formats/binary-forms.mjs';
import { collected } from '../formats/collector-file.mjs';

/** Builds of Windows Server with the update revision of November 2026, by release. */
const revisions = { 14393: 8519, 17763: 8027, 20348: 4405, 26100: 7171 };

/** Release of a server, and when it started. */
export const systemItem = (org, { build }, { productType = 3, installation = 'Server' } = {}) =>
  collected('system', 'User', {
    build: Number(build),
    revision: revisions[build] ?? 4460,
    productType,
    edition: productType === 1 ? 'Enterprise' : 'ServerStandard',
    installation,
    lastStart: plusMinutes(org.instant, -9 * 24 * 60),
    dotNetRelease: 528449,
  });

export const serviceRow = (org, name, account, state = 'Running') => ({
  name,
  state,
  account,
  started: plusMinutes(org.instant, -9 * 24 * 60 + 3),
});

/** Registry values as "key|name"; undefined means that the value is not set. */
export const registryItem = (values) =>
  collected('registry', 'User', {
    values: Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([place, value]) => ({ key: place.split('|')[0], name: place.split('|')[1], value })),
    absent: Object.entries(values)
      .filter(([, value]) => value === undefined)
      .map(([place]) => place.replace('|', '\\')),
  });

/** Certificates of a store with what their holder knows of the key. */
export const heldRow = (der, { provider = 'Microsoft Software Key Storage Provider', isExportable = false } = {}) => ({
  der: der.toString('hex'),
  hasPrivateKey: true,
  provider,
  isExportable,
});

/** Events of a log, newest first; `events` are `[id, time, level, provider, …parameters]`. The log was read for a week. */
export const eventsItem = (org, name, right, log, events = []) =>
  collected(name, right, {
    log,
    since: plusMinutes(org.instant, -7 * 24 * 60 - 30),
    events: events.map(([id, time, level, provider, ...parameters]) => ({ id, time, level, provider, parameters })),
  });
