import { KerberosProblem } from './kerberos-problem';

/** Milliseconds for what the Kerberos libraries do, which may be asking several KDCs that do not answer. */
const patience = 45_000;

/**
 * The outcome of work of the Kerberos libraries, which know neither cancel nor deadline: when either comes first, the work is left to itself.
 * @throws KerberosProblem
 */
export async function settledWithin<T>(work: Promise<T>, at: KerberosProblem['at'], signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  let giveUp = (): void => undefined;
  const waited = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new Error(`there was no answer within ${patience / 1000} seconds`));
    limit.addEventListener('abort', giveUp, { once: true });
    if (limit.aborted) giveUp();
  });
  try {
    return await Promise.race([work, waited]);
  } catch (error) {
    throw new KerberosProblem(at, error);
  } finally {
    limit.removeEventListener('abort', giveUp);
  }
}
