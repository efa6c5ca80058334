import type { Socket } from 'node:net';
import { BindRequest, type Control, ExtendedRequest, FilterParser, SearchRequest, UnbindRequest } from 'ldapts';
import type { DirectorySearch } from '../../evidence/directory/directory-topic';
import { NetworkError } from '../net/network-failure';
import { BerError } from './ber';
import { decodeResponse, type LdapResult, type ReceivedEntry } from './ldap-response';
import { MessageFramer } from './message-framer';
import { saslBindRequest } from './sasl-bind-request';

export interface SearchListener {
  entry(entry: ReceivedEntry): void;
  reference(urls: readonly string[]): void;
}

/** Milliseconds a server may be silent while a request waits; AD gives up on a query after 120 s by itself. */
const silenceLimit = 130_000;
const serverTimeLimit = 120;
const startTlsOid = '1.3.6.1.4.1.1466.20037';

interface PendingRequest {
  readonly listener: SearchListener | undefined;
  readonly resolve: (result: LdapResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * LDAP over an open connection: ldapts writes the requests and parses filters, reading is ours (see `ldap-response.ts`): entries are handed on as they come, so
 * that what was read before a connection died is kept, and nothing reconnects or follows referrals by itself.
 */
export class LdapSession {
  readonly #socket: Socket;
  readonly #framer = new MessageFramer();
  readonly #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  #end: Error | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
  }

  /** Simple bind. The caller has verified the server; see `sign-in.ts`. */
  bind(name: string, password: string): Promise<LdapResult> {
    return this.#send((messageId) => new BindRequest({ messageId, dn: name, password }));
  }

  /** One round of a SASL bind. The caller has verified the server; see `sign-in.ts`. */
  saslBind(mechanism: string, credentials: Buffer): Promise<LdapResult> {
    return this.#send((messageId) => ({ write: () => saslBindRequest(messageId, mechanism, credentials) }));
  }

  /** Asks for TLS on this connection; when the answer is 0, {@link release} the socket and upgrade it. */
  startTls(): Promise<LdapResult> {
    return this.#send((messageId) => new ExtendedRequest({ messageId, oid: startTlsOid }));
  }

  /** One search request; entries and references go to `listener` as they arrive. */
  search(search: DirectorySearch, controls: Control[], listener: SearchListener): Promise<LdapResult> {
    const { base: baseDN, scope, attributes } = search;
    const filter = FilterParser.parseString(search.filter);
    return this.#send(
      (messageId) =>
        new SearchRequest({
          messageId,
          baseDN,
          scope,
          filter,
          attributes: [...attributes],
          timeLimit: serverTimeLimit,
          controls,
        }),
      listener,
    );
  }

  /** Lets go of the socket, which must have nothing more to say: bytes that came with the StartTLS answer were not protected by TLS. */
  release(): void {
    this.#stop(new NetworkError('ECONNABORTED', 'The connection was upgraded'));
    this.#socket.pause();
    if (!this.#framer.isEmpty) throw new BerError('The server sent data between StartTLS and the handshake');
  }

  /** Says goodbye and closes; waiting requests are rejected. */
  close(): void {
    if (this.#end !== undefined) return;
    this.#stop(new NetworkError('ECONNABORTED', 'Closed by us'));
    this.#socket.write(new UnbindRequest({ messageId: this.#lastId + 1 }).write());
    this.#socket.destroySoon();
  }

  #send(request: (messageId: number) => { write(): Buffer }, listener?: SearchListener): Promise<LdapResult> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    this.#lastId += 1;
    const id = this.#lastId;
    const bytes = request(id).write();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { listener, resolve, reject });
      this.#watchSilence();
      this.#socket.write(bytes);
    });
  }

  readonly #onData = (chunk: Buffer): void => {
    try {
      for (const message of this.#framer.push(chunk)) this.#dispatch(message);
      this.#watchSilence();
    } catch (error) {
      this.#fail(error instanceof Error ? error : new BerError(String(error)));
    }
  };

  #dispatch(message: Buffer): void {
    const response = decodeResponse(message);
    const request = this.#pending.get(response.id);
    if (request === undefined) {
      // Id 0 is the notice of disconnection (RFC 4511 section 4.4.1).
      if (response.id === 0) throw new NetworkError('ECONNRESET', 'The server announced that it disconnects');
      return;
    }
    switch (response.type) {
      case 'entry':
        request.listener?.entry(response.entry);
        break;
      case 'reference':
        request.listener?.reference(response.urls);
        break;
      case 'result':
        this.#pending.delete(response.id);
        request.resolve(response.result);
    }
  }

  #watchSilence(): void {
    if (this.#pending.size === 0) {
      clearTimeout(this.#silence);
      this.#silence = undefined;
    } else if (this.#silence !== undefined) {
      this.#silence.refresh();
    } else {
      const giveUp = (): void => this.#fail(new NetworkError('ETIMEDOUT', 'The server fell silent'));
      this.#silence = setTimeout(giveUp, silenceLimit);
    }
  }

  readonly #onError = (error: Error): void => this.#fail(error);
  readonly #onClose = (): void => this.#fail(new NetworkError('ECONNRESET', 'The connection was closed'));

  #fail(error: Error): void {
    if (this.#end !== undefined) return;
    this.#stop(error);
    this.#socket.destroy();
  }

  /** No more is read; everybody who waits is told `error`. */
  #stop(error: Error): void {
    this.#end = error;
    clearTimeout(this.#silence);
    this.#socket.removeListener('data', this.#onData);
    this.#socket.removeListener('error', this.#onError);
    this.#socket.removeListener('close', this.#onClose);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
