import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { web } from '../../facts.ts';

/** What a captive portal or proxy answers to everything. */
export function portalPage(): string {
  return '<!DOCTYPE html><html><head><title>Sign in to the guest network</title></head><body><p>Please accept the terms of use.</p></body></html>\n';
}

/** Federation metadata whose entities would expand to a billion words. */
export function entityBomb(): string {
  const levels = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`);
  return `<?xml version="1.0"?>
<!DOCTYPE EntityDescriptor [<!ENTITY e0 "bomb">${levels.join('')}]>
<EntityDescriptor entityID="http://${web.adfsHost}/adfs/services/trust" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">&e9;</EntityDescriptor>
`;
}

/** Writes well-formed federation metadata of 64 MB. */
export async function writeHugeMetadata(file: string): Promise<void> {
  const stream = createWriteStream(file);
  const block = '<Extensions><Padding>0123456789abcdef</Padding></Extensions>\n'.repeat(17_000);
  const id = `http://${web.adfsHost}/adfs/services/trust`;
  stream.write(
    `<?xml version="1.0"?>\n<EntityDescriptor entityID="${id}" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">\n`,
  );
  for (let count = 0; count < 64; count++) {
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end('</EntityDescriptor>\n');
  await once(stream, 'finish');
}
