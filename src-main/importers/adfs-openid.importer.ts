import type { Importer } from '../engine/importer';
import { isEntraDiscovery } from '../evidence/entra-openid-configuration';
import { parseOpenIdConfiguration } from '../evidence/openid-configuration';
import { decodeText } from '../evidence/text-decoding';
import { dnsNameIn, failedDrafts, isWebPage, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const kinds = ['adfs.openid-configuration'] as const;
const next =
  'Save the answer of https://<federation service>/adfs/.well-known/openid-configuration itself and import it.';
const namedLikeIt = (path: string): boolean => /openid[-_ ]?configuration/iu.test(path);

/** The saved OpenID Connect discovery document of AD FS. */
const adfsOpenIdImporter: Importer = {
  id: 'adfs-openid',
  title: 'AD FS OpenID Connect discovery document',
  gives: kinds,
  sizeLimit: 4 * 1024 * 1024,

  recognises: ({ path, text }) =>
    !isEntraDiscovery(text) &&
    ((/^\s*\{/u.test(text) && /"issuer"\s*:/u.test(text) && /"(?:token_endpoint|jwks_uri)"\s*:/u.test(text)) ||
      namedLikeIt(path)),

  async *read(files) {
    for (const file of files) {
      const source = sourceOf('adfs-openid', file);
      const bytes = await file.bytesOf();
      const text = decodeText(bytes);
      try {
        if (isWebPage(text)) throw new Error('It holds a web page (of a sign-in or an error) in place of the document');
        const answer = parseOpenIdConfiguration(text);
        const host = hostOf(answer.issuer);
        yield {
          kind: 'adfs.openid-configuration',
          target: host,
          source,
          status: 'complete',
          data: { host, answers: [answer] },
          facts: 1,
        };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next), dnsNameIn(nameWithoutExtension(file)));
      }
    }
  },
};

export default adfsOpenIdImporter;

function hostOf(issuer: string): string {
  try {
    return new URL(issuer).hostname.toLowerCase();
  } catch {
    throw new Error('The issuer of the document is no address');
  }
}
