import type { FederationMetadata } from '../../../src-shared/model/evidence/adfs';
import type { Observation } from '../../../src-shared/model/finding';
import type { Verdict } from '../../evidence/derived/verdict';

/** What is said where metadata would decide but was changed after it was signed. */
export const alteredMetadata: Verdict = {
  outcome: 'unknown',
  reason: 'contradictory',
  note: 'The signature of the metadata does not fit its content, so its certificates prove nothing; read it again from the farm itself.',
};

const states = {
  valid: 'valid',
  invalid: 'does not fit the document',
  absent: 'none',
  'not-verifiable': 'could not be verified',
} as const;

/** One line about the signature; SHA-1 is said to be too weak to prove anything against a forger. Nothing for evidence that does not hold it. */
export function observeSignature(target: string, { signature }: FederationMetadata): readonly Observation[] {
  if (signature === undefined) return [];
  const isWeak = signature.algorithm?.includes('SHA-1') === true;
  const observed = [states[signature.state], signature.algorithm, isWeak ? 'weak' : undefined, signature.problem];
  return [
    {
      label: `${target}, signature of the metadata`,
      observed: observed.filter((part) => part !== undefined).join(', '),
      expected: 'valid, with SHA-256',
      matches: signature.state === 'valid' && !isWeak,
    },
  ];
}
