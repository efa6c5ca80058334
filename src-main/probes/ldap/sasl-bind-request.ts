import { BerWriter } from 'ldapts';

const bindRequest = 0x60;
const saslCredentials = 0xa3;
const octetString = 0x04;
const protocolVersion = 3;

/** BindRequest with SASL credentials (RFC 4511 section 4.2); ldapts writes them as text, and a token of Kerberos is none. */
export function saslBindRequest(messageId: number, mechanism: string, credentials: Buffer): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(messageId);
  writer.startSequence(bindRequest);
  writer.writeInt(protocolVersion);
  writer.writeString('');
  writer.startSequence(saslCredentials);
  writer.writeString(mechanism);
  writer.writeBuffer(credentials, octetString);
  writer.endSequence();
  writer.endSequence();
  writer.endSequence();
  return writer.buffer;
}
