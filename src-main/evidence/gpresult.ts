import type {
  ResultantGroupPolicy,
  ResultantHalf,
  ResultantPolicy,
  ResultantReason,
} from '../../src-shared/model/evidence/policy';
import { guidFromText } from './guid';
import { isJudgedKey } from './judged-registry-keys';
import { present } from './present';
import { printable } from './printable';
import { childrenOf, descendants, parseXml, type XmlElement } from './xml';

export interface ReadGpresult {
  readonly data: ResultantPolicy;
  /** ISO 8601 UTC. */
  readonly readAt: string;
}

const policyLimit = 2000;
const registryExtension = '35378eac-683f-11d2-a89a-00c04fbbcfa2';
const infrastructure = '00000000-0000-0000-0000-000000000000';

/** Whether a text begins as the report of `gpresult /x` does. */
export const isGpresult = (text: string): boolean =>
  /^\s*(?:<\?xml[^<>]*\?>)?\s*<Rsop\s/u.test(text.slice(0, 1000)) &&
  text.slice(0, 2000).includes('http://www.microsoft.com/GroupPolicy/Rsop');

/**
 * Reads the report of `gpresult /x` by the elements of its schema: identities, orders, flags and registry keys. Names of settings are in the language of the
 * machine and only counted. Throws an Error with a sentence when it is no such report or does not tell of which machine.
 */
export function readGpresult(text: string): ReadGpresult {
  const root = parseXml(withoutEvents(text));
  if (root.name !== 'Rsop') throw new Error('It is no report of gpresult /x');
  if (textOf(root, 'DataType') !== 'LoggedData')
    throw new Error('It was planned on another machine, not logged by the client itself');
  const readAt = Date.parse(textOf(root, 'ReadTime'));
  if (!Number.isFinite(readAt)) throw new Error('It does not say when it was made');
  const [computer] = childrenOf(root, 'ComputerResults');
  const [user] = childrenOf(root, 'UserResults');
  const host = hostOf(computer, text);
  if (host === undefined) throw new Error('It does not name the machine it was made on');
  const [machineHalf, userHalf] = [halfOf(computer), halfOf(user)];
  if (machineHalf === undefined && userHalf === undefined)
    throw new Error('It holds no results, neither of the computer nor of a user');
  const account = user === undefined ? '' : textOf(user, 'Name');
  return {
    readAt: new Date(readAt).toISOString(),
    data: {
      host,
      ...present({
        account: account === '' ? undefined : printable(account, 256),
        machine: machineHalf,
        user: userHalf,
      }),
    },
  };
}

/** The events of the last policy refresh make up most of the report and are not judged. */
function withoutEvents(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<EventsDetails', at);
    const end = start < 0 ? -1 : text.indexOf('</EventsDetails>', start);
    if (end < 0) break;
    parts.push(text.slice(at, start));
    at = end + '</EventsDetails>'.length;
  }
  return parts.join('') + text.slice(at);
}

/** The computer half names the account of the machine and its domain; a report of the user half alone has the name in its events. */
function hostOf(computer: XmlElement | undefined, text: string): string | undefined {
  const account = computer === undefined ? '' : textOf(computer, 'Name');
  const name = account.split('\\').at(-1)?.replace(/\$$/u, '') ?? '';
  if (computer === undefined || name === '') {
    const logged = /&lt;Computer&gt;([\w.-]{1,255})&lt;\/Computer&gt;/u.exec(text)?.[1];
    return logged?.toLowerCase();
  }
  const domain = textOf(computer, 'Domain');
  return printable(name.includes('.') || !domain.includes('.') ? name : `${name}.${domain}`, 255).toLowerCase();
}

function halfOf(results: XmlElement | undefined): ResultantHalf | undefined {
  if (results === undefined) return undefined;
  const policies = childrenOf(results, 'GPO');
  if (policies.length > policyLimit) throw new Error(`It names ${policies.length} policies, more than any client has`);
  const extensions = childrenOf(results, 'ExtensionData').flatMap((data) => childrenOf(data, 'Extension'));
  const settings = extensions.flatMap((extension) => childrenOf(extension, 'RegistrySetting'));
  return {
    policies: policies.map(policyOf),
    values: settings.flatMap(valuesOf).filter(({ key }) => isJudgedKey(key)),
    namedSettings: extensions.reduce((count, extension) => count + childrenOf(extension, 'Policy').length, 0),
    ...present({ error: errorOf(results) }),
  };
}

function policyOf(element: XmlElement): ResultantGroupPolicy {
  const [path] = childrenOf(element, 'Path');
  const guid = guidFromText(path === undefined ? '' : textOf(path, 'Identifier'));
  const domain = path === undefined ? '' : textOf(path, 'Domain');
  const links = childrenOf(element, 'Link');
  const order = Math.max(0, ...links.map((link) => Number(textOf(link, 'AppliedOrder'))).filter(Number.isSafeInteger));
  return {
    displayName: printable(textOf(element, 'Name'), 256),
    ...present({
      guid,
      domain: domain === '' ? undefined : printable(domain, 255).toLowerCase(),
      order: order > 0 ? order : undefined,
      reason: order > 0 ? undefined : reasonOf(element, links),
    }),
  };
}

/** In the order Windows looks at them. */
function reasonOf(element: XmlElement, links: readonly XmlElement[]): ResultantReason {
  const says = (name: string, value: string): boolean => textOf(element, name).toLowerCase() === value;
  if (links.length > 0 && links.every((link) => textOf(link, 'Enabled').toLowerCase() === 'false'))
    return 'link-disabled';
  if (says('AccessDenied', 'true')) return 'denied';
  if (says('IsValid', 'false')) return 'unreadable';
  if (says('Enabled', 'false')) return 'half-disabled';
  if (says('FilterAllowed', 'false')) return 'wmi-filter';
  return says('VersionDirectory', '0') ? 'empty' : 'other';
}

/** Only the winner, whose precedence is 1. */
function valuesOf(setting: XmlElement): ResultantHalf['values'] {
  const precedence = textOf(setting, 'Precedence');
  if (precedence !== '' && precedence !== '1') return [];
  const key = printable(textOf(setting, 'KeyPath'), 500).replace(
    /^(?:HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER|HKLM|HKCU)\\/iu,
    '',
  );
  const [policy] = childrenOf(setting, 'GPO');
  const guid = guidFromText(policy === undefined ? '' : textOf(policy, 'Identifier'));
  return childrenOf(setting, 'Value').flatMap((value) => {
    const [name, number, string] = [textOf(value, 'Name'), textOf(value, 'Number'), textOf(value, 'String')];
    const content = /^\d{1,10}$/u.test(number) ? Number(number) : string === '' ? undefined : printable(string, 2000);
    return name === '' || content === undefined
      ? []
      : [{ key, name: printable(name, 255), value: content, ...present({ guid }) }];
  });
}

function errorOf(results: XmlElement): number | undefined {
  const errors = descendants(results, 'ExtensionStatus')
    .filter((status) => [registryExtension, infrastructure].includes(guidFromText(textOf(status, 'Identifier')) ?? ''))
    .map((status) => Number(textOf(status, 'Error')));
  return errors.find((error) => Number.isSafeInteger(error) && error !== 0);
}

const textOf = (element: XmlElement, name: string): string => childrenOf(element, name)[0]?.text ?? '';
