import type { AuthorityInformation, OcspAnswer } from '../../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { outcomeRank } from '../../../src-shared/model/outcome';
import { buildChain } from '../certificate-chain';
import { commonNameOf } from '../certificate-name';
import { type AddressState, type Answers, issuerAt, responderAt } from './issuer-copies';
import type { Verdict } from './verdict';
import { isPlainHttp } from './web-revocation';

/** The certificates that one CA key signed, in the chains of domain controllers and issuing CAs. */
export interface IssuedGroup {
  /** Stable: key identifier of the CA. */
  readonly id: string;
  /** Common name of the CA. */
  readonly authority: string;
  readonly issuer?: CertificateFacts;
  readonly members: readonly CertificateFacts[];
}

export function issuedGroups(
  starts: readonly CertificateFacts[],
  issuers: readonly CertificateFacts[],
): readonly IssuedGroup[] {
  const groups = new Map<string, IssuedGroup>();
  for (const start of starts) {
    const chain = buildChain(start, issuers);
    chain.forEach((member, index) => {
      if (member.selfIssued) return;
      const issuer = chain[index + 1];
      const id = issuer?.subjectKeyIdentifier ?? issuer?.thumbprint ?? member.authorityKeyIdentifier ?? member.issuer;
      const members = (groups.get(id)?.members ?? []).filter(({ thumbprint }) => thumbprint !== member.thumbprint);
      groups.set(id, {
        id,
        authority: commonNameOf(member.issuer) ?? member.issuer,
        ...(issuer === undefined ? {} : { issuer }),
        members: [...members, member],
      });
    });
  }
  return [...groups.values()];
}

/** What the web gives of AIA: certificates of issuers and answers of responders. */
export interface AuthorityAnswers {
  readonly information: Answers<AuthorityInformation>;
  readonly ocsp: Answers<OcspAnswer>;
}

export interface JudgedGroup {
  readonly group: IssuedGroup;
  readonly verdict: Verdict;
  readonly addresses: readonly AddressState[];
}

/** Judges the AIA addresses and OCSP responders in the certificates of one CA (PKI-018). */
export function judgeIssuerInformation(group: IssuedGroup, answers: AuthorityAnswers, now: Date): JudgedGroup {
  const issuers = statesOf(
    group.members,
    ({ caIssuers }) => caIssuers.filter(isHttp),
    (address, member) => issuerAt(address, member, answers.information, now),
  );
  const responders = statesOf(
    group.members,
    ({ ocspResponders }) => ocspResponders.filter(isHttp),
    (address, member) => responderAt(address, member, answers.ocsp, now),
  );
  const verdicts = [judgeIssuers(group, issuers), ...judgeResponders(group, responders)];
  const worst = verdicts.reduce((one, other) => (outcomeRank(other.outcome) < outcomeRank(one.outcome) ? other : one));
  const decisive = verdicts.filter(({ outcome }) => outcome === worst.outcome);
  return {
    group,
    verdict: { ...worst, note: decisive.map(({ note }) => note).join(' ') },
    addresses: [...issuers, ...responders],
  };
}

const isHttp = (address: string): boolean => isPlainHttp(address) || /^https:\/\//iu.test(address);
const stateRank: readonly AddressState['state'][] = ['bad', 'unsure', 'untried', 'good'];

/** One state for each address: the worst that any certificate of the group finds there. */
function statesOf(
  members: readonly CertificateFacts[],
  addressesOf: (member: CertificateFacts) => readonly string[],
  stateAt: (address: string, member: CertificateFacts) => AddressState,
): readonly AddressState[] {
  const worst = new Map<string, AddressState>();
  for (const member of members) {
    for (const address of addressesOf(member)) {
      const state = stateAt(address, member);
      const known = worst.get(address);
      if (known === undefined || stateRank.indexOf(state.state) < stateRank.indexOf(known.state))
        worst.set(address, state);
    }
  }
  return [...worst.values()];
}

function judgeIssuers({ issuer }: IssuedGroup, states: readonly AddressState[]): Verdict {
  if (states.length === 0) {
    // Whoever trusts a root has it already.
    return issuer?.selfIssued === true
      ? { outcome: 'pass', note: 'Its certificate is a root, which clients have before they build chains.' }
      : { outcome: 'warning', note: 'Certificates name no HTTP address of its certificate.' };
  }
  return judgeStates(states, 'gives its certificate', 'AIA address', 'AIA addresses');
}

/** Nothing when no certificate names a responder. */
function judgeResponders({ members }: IssuedGroup, states: readonly AddressState[]): readonly Verdict[] {
  if (states.length === 0) return [];
  const verdict = judgeStates(states, 'answers', 'OCSP responder', 'OCSP responders');
  const isOnlySource = members.some(
    ({ crlDistributionPoints, ocspResponders }) => crlDistributionPoints.length === 0 && ocspResponders.length > 0,
  );
  return isOnlySource && states.every(({ state }) => state === 'bad')
    ? [{ outcome: 'fail', note: `OCSP is the only way to check for revocation, and it fails. ${verdict.note}` }]
    : [verdict];
}

function judgeStates(states: readonly AddressState[], does: string, one: string, many: string): Verdict {
  const bad = states.filter(({ state }) => state === 'bad');
  const open = states.filter(({ state }) => state === 'unsure' || state === 'untried');
  const told = (some: readonly AddressState[]): string =>
    some
      .slice(0, 3)
      .map(({ address, note }) => `${address}: ${note}`)
      .join(' ');
  const total = `${states.length} ${states.length === 1 ? one : many}`;
  if (bad.length > 0)
    return {
      outcome: 'warning',
      note: `${bad.length} of ${total} ${bad.length === 1 ? 'fails' : 'fail'}. ${told(bad)}`,
    };
  if (open.length > 0)
    return {
      outcome: 'unknown',
      reason: open.find(({ reason }) => reason)?.reason ?? 'not-collected',
      note: told(open),
    };
  return { outcome: 'pass', note: `${total} ${states.length === 1 ? does : does.replace(/^(\w+)s\b/u, '$1')}.` };
}
