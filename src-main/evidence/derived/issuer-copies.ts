import type { AuthorityInformation, OcspAnswer } from '../../../src-shared/model/evidence/network';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { UnknownReason } from '../../../src-shared/model/outcome';
import { isSignedBy } from '../verify-signature';
import type { ReadGap, ReadRecord } from './read-record';
import { isSameUrl } from './revocation-copies';
import { dateOf } from './time-span';

/** Everything collected from addresses of one kind. */
export interface Answers<T> {
  readonly records: readonly ReadRecord<T>[];
  readonly gaps: readonly ReadGap[];
}

/** What an address of an AIA extension is worth. `untried`: nobody has asked; `unsure`: asked, but the answer proves nothing. */
export interface AddressState {
  readonly address: string;
  readonly state: 'good' | 'bad' | 'unsure' | 'untried';
  /** One sentence. */
  readonly note: string;
  readonly reason?: UnknownReason;
  readonly evidenceId?: string;
}

/** Clocks of responders may be ahead of ours by so much. */
const skew = 10 * 60_000;

/** Whether an address gives the certificate of the CA that signed `member`. */
export function issuerAt(
  address: string,
  member: CertificateFacts,
  information: Answers<AuthorityInformation>,
  now: Date,
): AddressState {
  const record = information.records.find(({ data }) => isSameUrl(data.url, address));
  if (record === undefined) return withoutAnswer(address, address, information.gaps);
  const base = { address, evidenceId: record.id };
  const issuers = record.data.certificates.filter(
    (candidate) => candidate.subject === member.issuer && isSignedBy(member, candidate) !== false,
  );
  if (issuers.length === 0)
    return { ...base, state: 'bad', note: 'It gives another certificate than that of the CA that signed.' };
  const valid = issuers.find(({ notAfter }) => Date.parse(notAfter) > now.getTime());
  return valid === undefined
    ? { ...base, state: 'bad', note: 'The certificate of the CA there has expired.' }
    : { ...base, state: 'good', note: `It gives the certificate of the CA, valid until ${dateOf(valid.notAfter)}.` };
}

/** Whether an OCSP responder answers for a certificate. That it says “revoked” is an answer, too. */
export function responderAt(
  address: string,
  { thumbprint }: CertificateFacts,
  ocsp: Answers<OcspAnswer>,
  now: Date,
): AddressState {
  const record = ocsp.records.find(({ data }) => data.thumbprint === thumbprint && isSameUrl(data.url, address));
  return record === undefined
    ? withoutAnswer(address, `${address} ${thumbprint}`, ocsp.gaps)
    : { address, evidenceId: record.id, ...stateOfAnswer(record.data, now) };
}

function stateOfAnswer(answer: OcspAnswer, now: Date): Pick<AddressState, 'state' | 'note' | 'reason'> {
  if (answer.responseStatus !== 'successful')
    return { state: 'bad', note: `The responder refused to answer (${answer.responseStatus}).` };
  if (answer.isSignatureValid === undefined)
    return { state: 'unsure', reason: 'unreadable', note: 'The signature of the answer could not be verified.' };
  if (!answer.isSignatureValid)
    return { state: 'bad', note: 'The answer is signed neither by the CA nor by a responder it certified.' };
  if (answer.certificateStatus === 'unknown')
    return { state: 'bad', note: 'The responder does not know the certificate.' };
  if (answer.nextUpdate !== undefined && Date.parse(answer.nextUpdate) <= now.getTime())
    return { state: 'bad', note: `The answer was good until ${dateOf(answer.nextUpdate)} only.` };
  if (answer.thisUpdate !== undefined && Date.parse(answer.thisUpdate) > now.getTime() + skew)
    return { state: 'bad', note: `The answer is not good before ${dateOf(answer.thisUpdate)}.` };
  if (answer.certificateStatus === undefined)
    return { state: 'unsure', reason: 'unreadable', note: 'The answer tells no status of the certificate.' };
  return { state: 'good', note: `The responder answers: ${answer.certificateStatus}.` };
}

function withoutAnswer(address: string, target: string, gaps: readonly ReadGap[]): AddressState {
  const gap = gaps.find((each) => each.target === target);
  if (gap === undefined) return { address, state: 'untried', note: 'Nobody has asked this address.' };
  // A server that is not there gives clients nothing either; a refusal, or a page, may be meant for this computer only.
  return gap.reason === 'unreachable'
    ? { address, state: 'bad', note: gap.message }
    : { address, state: 'unsure', reason: gap.reason, note: gap.message };
}
