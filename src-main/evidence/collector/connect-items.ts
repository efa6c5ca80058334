import type { ConnectConnector, ConnectRule } from '../../../src-shared/model/evidence/synchronization';
import {
  bagsOf,
  booleanOf,
  numberOf,
  type PropertyBag,
  secondsOf,
  textOf,
  textsOf,
  timeOf,
} from '../powershell/property-bag';
import { present } from '../present';
import { printable } from '../printable';
import { lostOf, registryItem, servicesItem, shown } from './host-items';
import { type ItemDecoders, itemFact, type MainDecoder, theOnly } from './item-decoder';

const ofHost = ({ host }: { readonly host: string }): string => host;

const serverItem: MainDecoder = {
  kinds: ['connect.server'],
  target: ofHost,
  read(objects, { host }) {
    const bag = theOnly(objects);
    const more = present({
      version: shown(bag, 'version', 50),
      serviceAccount: shown(bag, 'serviceAccount', 256),
      autoUpgrade: shown(bag, 'autoUpgrade', 50),
    });
    return [itemFact('connect.server', host, { host, ...more }, Object.keys(more).length)];
  },
};

const schedulerItem: MainDecoder = {
  kinds: ['connect.scheduler'],
  target: ofHost,
  read(objects, { host }) {
    const bag = theOnly(objects);
    const more = present({
      syncCycleEnabled: booleanOf(bag, 'SyncCycleEnabled'),
      stagingModeEnabled: booleanOf(bag, 'StagingModeEnabled'),
      schedulerSuspended: booleanOf(bag, 'SchedulerSuspended'),
      effectiveIntervalSeconds: secondsOf(bag, 'CurrentlyEffectiveSyncCycleInterval'),
      nextStart: timeOf(bag, 'NextSyncCycleStartTimeInUTC'),
    });
    return [itemFact('connect.scheduler', host, { host, ...more }, Object.keys(more).length)];
  },
};

const textList = (bag: PropertyBag, name: string): readonly string[] =>
  (textsOf(bag, name) ?? []).map((text) => printable(text, 1024));

function connectorOf(bag: PropertyBag): ConnectConnector | undefined {
  const [name, type] = [shown(bag, 'name', 256), shown(bag, 'type', 50)];
  if (name === undefined || type === undefined) return undefined;
  const [user, domain] = [shown(bag, 'user', 256), shown(bag, 'domain', 256)];
  const account = user === undefined || domain === undefined ? user : `${domain}\\${user}`;
  const partitions = bagsOf(bag, 'partitions').map((partition) => ({
    distinguishedName: shown(partition, 'distinguishedName', 1024) ?? '',
    selected: booleanOf(partition, 'selected') === true,
    inclusions: textList(partition, 'inclusions'),
    exclusions: textList(partition, 'exclusions'),
    objectClasses: textList(partition, 'objectClasses'),
  }));
  return { name, type, partitions, ...present({ account, forest: shown(bag, 'forest', 255)?.toLowerCase() }) };
}

const connectorsItem: MainDecoder = {
  kinds: ['connect.connectors'],
  target: ofHost,
  read(objects, { host }) {
    const connectors = objects.flatMap((bag) => connectorOf(bag) ?? []);
    return [itemFact('connect.connectors', host, { host, connectors }, connectors.length, lostOf(objects, connectors))];
  },
};

function ruleOf(bag: PropertyBag): ConnectRule | undefined {
  const [name, disabled] = [shown(bag, 'Name', 256), booleanOf(bag, 'Disabled')];
  if (name === undefined || disabled === undefined) return undefined;
  const more = present({
    direction: shown(bag, 'Direction', 50),
    sourceObjectType: shown(bag, 'SourceObjectType', 100),
    targetObjectType: shown(bag, 'TargetObjectType', 100),
    isStandard: booleanOf(bag, 'IsStandardRule'),
  });
  return { name, disabled, attributes: textList(bag, 'attributes'), ...more };
}

const rulesItem: MainDecoder = {
  kinds: ['connect.rules'],
  target: ofHost,
  read(objects, { host }) {
    const rules = objects.flatMap((bag) => ruleOf(bag) ?? []);
    return [itemFact('connect.rules', host, { host, rules }, rules.length, lostOf(objects, rules))];
  },
};

const settingsItem: MainDecoder = {
  kinds: ['connect.settings'],
  target: ofHost,
  read(objects, { host, other }) {
    const parameters = objects.flatMap((bag): [string, string][] => {
      const name = shown(bag, 'name', 256);
      return name === undefined ? [] : [[name, printable(textOf(bag, 'value') ?? '', 2000)]];
    });
    const features = (other('features') ?? []).flatMap((bag): [string, boolean][] => {
      const [name, value] = [shown(bag, 'name', 256), booleanOf(bag, 'value')];
      return name === undefined || value === undefined ? [] : [[name, value]];
    });
    const hashSync = other('password-hash-sync')?.map((bag) => booleanOf(bag, 'enabled') === true);
    const data = {
      host,
      parameters: Object.fromEntries(parameters),
      features: Object.fromEntries(features),
      ...present({ passwordHashSync: hashSync?.includes(true) }),
    };
    return [itemFact('connect.settings', host, data, parameters.length + features.length)];
  },
};

const runsItem: MainDecoder = {
  kinds: ['connect.runs'],
  target: ofHost,
  read(objects, { host }) {
    const results = objects.flatMap((bag) => {
      const [connector, profile] = [shown(bag, 'ConnectorName', 256), shown(bag, 'RunProfileName', 256)];
      const result = shown(bag, 'Result', 256);
      if (connector === undefined || profile === undefined || result === undefined) return [];
      const more = present({ started: timeOf(bag, 'StartDate'), errors: numberOf(bag, 'Errors') });
      return [{ connector, profile, result, ...more }];
    });
    return [itemFact('connect.runs', host, { host, results }, results.length, lostOf(objects, results))];
  },
};

/** Items of `connect.ps1`, beside those of every machine. */
export const connectItems: ItemDecoders = {
  server: serverItem,
  scheduler: schedulerItem,
  connectors: connectorsItem,
  rules: rulesItem,
  settings: settingsItem,
  features: { supplements: 'settings' },
  'password-hash-sync': { supplements: 'settings' },
  runs: runsItem,
  registry: registryItem,
  services: servicesItem,
};
