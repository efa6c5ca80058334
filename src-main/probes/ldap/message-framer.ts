import { BerError, berTag, elementLength } from './ber';

/** A single entry stays far below this (a group of a hundred thousand members comes in ranges); more is not a directory that answers. */
const messageLimit = 32 * 1024 * 1024;

/** Cuts the byte stream of a connection into LDAP messages without copying what is already whole. */
export class MessageFramer {
  #chunks: Buffer[] = [];
  #size = 0;
  #needed = 2;

  /** True when no message has begun and not ended. */
  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /**
   * The messages that are complete now.
   * @throws BerError for malformed or oversized messages
   */
  push(chunk: Buffer): readonly Buffer[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return [];
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#size);
    const messages: Buffer[] = [];
    let offset = 0;
    for (;;) {
      if (offset < bytes.length && bytes[offset] !== berTag.sequence) throw new BerError('Not an LDAP message');
      const length = elementLength(bytes, offset);
      if (length !== undefined && length > messageLimit)
        throw new BerError(`A message of ${length} bytes was announced`);
      if (length === undefined || offset + length > bytes.length) {
        this.#keep(bytes.subarray(offset), length);
        return messages;
      }
      messages.push(bytes.subarray(offset, offset + length));
      offset += length;
    }
  }

  #keep(rest: Buffer, needed: number | undefined): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
    this.#needed = needed ?? rest.length + 1;
  }
}
