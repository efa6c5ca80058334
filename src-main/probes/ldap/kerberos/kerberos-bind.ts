import { BerError } from '../ber';
import { LdapRefusal, resultCode } from '../ldap-failure';
import type { LdapResult } from '../ldap-response';
import type { LdapSession } from '../ldap-session';
import type { KerberosContext } from './kerberos-library';
import type { KerberosProblem } from './kerberos-problem';
import { settledWithin } from './settled-within';

const mechanism = 'GSSAPI';
/** Kerberos takes two; more than this is not a server that means to finish. */
const roundLimit = 8;
/** RFC 4752 section 3.1: an octet of security layers, three of the largest message. TLS protects this connection, so none is chosen, and no other user is named. */
const noLayer = 0x01;
const choice = Buffer.from([noLayer, 0, 0, 0]);

/**
 * SASL bind with mechanism GSSAPI (RFC 4752) over a connection that TLS protects already; gives the result that ended it.
 * @throws KerberosProblem; LdapRefusal, BerError or NetworkError as every request
 */
export async function kerberosBind(
  session: LdapSession,
  context: KerberosContext,
  signal: AbortSignal,
): Promise<LdapResult> {
  const tokenFor = (answer: string, at: KerberosProblem['at']) => settledWithin(context.step(answer), at, signal);
  let token = await tokenFor('', 'ticket');
  for (let round = 0; round < roundLimit; round += 1) {
    const result = await session.saslBind(mechanism, bytesOf(token));
    if (result.code !== resultCode.saslBindInProgress) return refused(result);
    if (context.contextComplete) return await chooseNoLayer(session, context, result, signal);
    token = await tokenFor(base64(result.serverCredentials), 'answer');
  }
  throw new BerError('the sign-in goes on without an end');
}

async function chooseNoLayer(
  session: LdapSession,
  context: KerberosContext,
  result: LdapResult,
  signal: AbortSignal,
): Promise<LdapResult> {
  const sealed = base64(result.serverCredentials);
  if (sealed === '') throw new BerError('no offer of security layers');
  const offer = bytesOf(await settledWithin(context.unwrap(sealed), 'answer', signal));
  if (offer.length !== 4) throw new BerError('no offer of security layers');
  if (((offer[0] ?? 0) & noLayer) === 0) throw new LdapRefusal({ ...result, code: resultCode.strongAuthRequired });
  const answer = await settledWithin(context.wrap(base64(choice)), 'answer', signal);
  return await session.saslBind(mechanism, bytesOf(answer));
}

/** Success before both sides have proved who they are would be success for nobody. */
function refused(result: LdapResult): LdapResult {
  if (result.code === resultCode.success) throw new BerError('the sign-in was accepted before it was complete');
  return result;
}

const bytesOf = (token: string | null): Buffer => Buffer.from(token ?? '', 'base64');
const base64 = (token: Buffer | undefined): string => (token ?? Buffer.alloc(0)).toString('base64');
