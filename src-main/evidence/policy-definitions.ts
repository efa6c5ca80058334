import type { CentralStore } from '../../src-shared/model/evidence/policy';
import { printable } from './printable';
import { decodeText } from './text-decoding';
import { descendants, parseXml } from './xml';

/** Bytes a file of policy definitions may have; Passport.admx has some ten KiB. */
export const policyDefinitionsLimit = 4 * 1024 * 1024;
const nameLimit = 1000;

/**
 * Reads the policies of an ADMX file and the registry values they set. Throws an Error with a sentence when it is no such document. Values tell more than
 * names: an administrator sees the setting of a value or does not, whatever the policy is called in that release.
 */
export function decodePolicyDefinitions(
  bytes: Uint8Array,
): Required<Pick<CentralStore, 'passportPolicies' | 'passportValues'>> {
  const root = parseXml(decodeText(bytes));
  if (root.name !== 'policyDefinitions') throw new Error('The document holds no policy definitions');
  const policies = descendants(root, 'policy').slice(0, nameLimit);
  const values = policies.flatMap((policy) => [
    policy.attributes.get('valueName'),
    ...descendants(policy, 'elements').flatMap(({ children }) =>
      children.map(({ attributes }) => attributes.get('valueName')),
    ),
  ]);
  return {
    passportPolicies: distinct(policies.map(({ attributes }) => attributes.get('name'))),
    passportValues: distinct(values),
  };
}

const distinct = (names: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(names.flatMap((name) => (name === undefined ? [] : [printable(name, 200)])))].sort().slice(0, nameLimit);
