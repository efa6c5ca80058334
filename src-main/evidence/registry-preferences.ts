import type { PreferenceItem } from '../../src-shared/model/evidence/policy';
import { isJudgedKey } from './judged-registry-keys';
import { printable } from './printable';
import { decodeText } from './text-decoding';
import { childrenOf, parseXml, type XmlElement } from './xml';

export interface RegistryPreferences {
  /** Items below the keys the catalogue judges, in the order of the file: later ones are carried out later. */
  readonly items: readonly PreferenceItem[];
  /** Items of the file. */
  readonly count: number;
}

/**
 * Reads `Preferences\Registry\Registry.xml` (MS-GPPREF). Items stand in collections, which pass on to them that they are disabled or targeted.
 * Throws an Error with a sentence when the file is no such document.
 */
export function decodeRegistryPreferences(bytes: Uint8Array): RegistryPreferences {
  const root = parseXml(decodeText(bytes));
  if (root.name !== 'RegistrySettings') throw new Error('The document is no list of registry items of preferences');
  const found = itemsIn(root, { disabled: isDisabled(root), isTargeted: false });
  return { items: found.filter(({ key }) => isJudgedKey(key)), count: found.length };
}

type Inherited = Pick<PreferenceItem, 'disabled' | 'isTargeted'>;

function itemsIn(parent: XmlElement, inherited: Inherited): readonly PreferenceItem[] {
  return parent.children.flatMap((child) => {
    const own = {
      disabled: inherited.disabled || isDisabled(child),
      isTargeted: inherited.isTargeted || childrenOf(child, 'Filters').some(({ children }) => children.length > 0),
    };
    if (child.name === 'Collection') return itemsIn(child, own);
    return child.name === 'Registry'
      ? childrenOf(child, 'Properties').map((properties) => itemOf(properties, own))
      : [];
  });
}

const isDisabled = ({ attributes }: XmlElement): boolean => attributes.get('disabled') === '1';

function itemOf({ attributes }: XmlElement, inherited: Inherited): PreferenceItem {
  const textOf = (name: string): string => printable(attributes.get(name) ?? '', 4096);
  const type = textOf('type');
  return {
    action: actionOf(attributes.get('action')),
    hive: textOf('hive'),
    key: textOf('key'),
    name: textOf('name'),
    type,
    value: decimalOf(type, textOf('value')),
    ...inherited,
  };
}

/** Without the attribute an item updates. */
function actionOf(text: string | undefined): PreferenceItem['action'] {
  switch (text?.toUpperCase()) {
    case 'C':
      return 'create';
    case 'R':
      return 'replace';
    case 'D':
      return 'delete';
    default:
      return 'update';
  }
}

/** Numbers are written as hexadecimal digits, whatever the editor shows. */
const decimalOf = (type: string, text: string): string =>
  /^REG_[DQ]WORD$/u.test(type) && /^[0-9a-f]{1,16}$/iu.test(text) ? BigInt(`0x${text}`).toString() : text;
