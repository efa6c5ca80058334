import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import type { RevocationCopy } from '../../evidence/derived/revocation-copies';
import type { LevelCopies, RevocationLevel } from '../../evidence/derived/revocation-levels';
import type { Verdict } from '../../evidence/derived/verdict';
import { countOf } from '../wording';

const isGood = ({ state }: RevocationCopy): boolean => state === 'valid' || state === 'ending';
const isOpen = ({ state }: RevocationCopy): boolean => state === 'unsure' || state === 'untried';

/** One valid copy is enough; a level fails only when every address was tried. */
export function judgeLevel(level: RevocationLevel, { copies, validFile, expiredDeltas }: LevelCopies): Verdict {
  if (copies.some(isGood)) {
    const faults = [...faultsOf(level, copies), ...expiredDeltas];
    const best = copies.find(({ state }) => state === 'valid') ?? copies.find(isGood);
    return { outcome: faults.length === 0 ? 'pass' : 'warning', note: [best?.note, ...faults].join(' ') };
  }
  const bad = copies.filter(({ state, reason }) => state === 'bad' && reason === undefined);
  const open = copies.filter((copy) => isOpen(copy) || (copy.state === 'bad' && copy.reason !== undefined));
  if (level.addresses !== undefined && level.addresses.length === 0) return withoutAddress(level);
  if (open.length === 0 && bad.length > 0 && level.addresses !== undefined) {
    return {
      outcome: 'fail',
      note: `None of ${countOf(copies.length, 'address', 'addresses')} gives a valid list. ${bad.map(told).join(' ')}`,
    };
  }
  const reason = open.find((copy) => copy.reason !== undefined)?.reason ?? 'not-collected';
  const known = bad.map(told);
  if (validFile !== undefined) {
    const note = [
      `${validFile.note} That was read from a file, which does not prove that clients reach it.`,
      ...known,
    ].join(' ');
    return bad.length > 0 ? { outcome: 'warning', note } : { outcome: 'unknown', reason, note };
  }
  const untried =
    open.length > 0
      ? `${countOf(open.length, 'address', 'addresses')} could not be judged.`
      : 'The addresses in issued certificates are not known.';
  return { outcome: 'unknown', reason, note: [untried, ...open.slice(0, 2).map(told), ...known].join(' ') };
}

/** "Active Directory: The list expired …", "crl.contoso.com: …" */
function told({ address, note }: RevocationCopy): string {
  const place = /^(?:ldap:|CN=)/iu.test(address) ? 'Active Directory' : (hostOfUrl(address) ?? address.slice(0, 100));
  return `${place}: ${note}`;
}

/** A certificate without any address cannot be checked, unless a responder answers for it. */
const withoutAddress = ({ hasOcsp }: RevocationLevel): Verdict =>
  hasOcsp
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'The certificates name an OCSP responder but no list; PKI-018 judges whether it answers.',
      }
    : { outcome: 'fail', note: 'The certificates name no place of a revocation list.' };

function faultsOf({ addresses = [] }: RevocationLevel, copies: readonly RevocationCopy[]): readonly string[] {
  const count = (holds: (copy: RevocationCopy) => boolean): number => copies.filter(holds).length;
  const dead = count(({ state }) => state === 'bad');
  return [
    ...(dead > 0
      ? [`${dead} of ${countOf(copies.length, 'address', 'addresses')} ${dead === 1 ? 'gives' : 'give'} no valid list.`]
      : []),
    ...(copies.some(({ state }) => state === 'valid') ? [] : ['It ends within a day.']),
    ...(addresses.some((address) => /^https:/iu.test(address))
      ? ['An https:// address needs a revocation check of its own.']
      : []),
    ...(addresses.length > 0 && addresses.every((address) => /^ldap:/iu.test(address))
      ? ['Only LDAP addresses are named, which clients outside the domain cannot read.']
      : []),
  ];
}
