import type { Importer, ImportFile } from '../engine/importer';
import { isEntraDiscovery, parseEntraDiscovery } from '../evidence/entra-openid-configuration';
import { decodeText } from '../evidence/text-decoding';
import { dnsNameIn, failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const kinds = ['entra.openid-configuration'] as const;
const next =
  'Save the answer of https://login.microsoftonline.com/<domain>/v2.0/.well-known/openid-configuration itself and import it.';

/** The saved OpenID discovery document of an Entra tenant. It does not say which domain was asked about: the name of the file may. */
const entraOpenIdImporter: Importer = {
  id: 'entra-openid',
  title: 'Entra ID OpenID discovery document',
  gives: kinds,
  sizeLimit: 4 * 1024 * 1024,

  recognises: ({ text }) => /^\s*\{/u.test(text) && /"issuer"\s*:/u.test(text) && isEntraDiscovery(text),

  async *read(files) {
    for (const file of files) {
      const source = sourceOf('entra-openid', file);
      try {
        const facts = parseEntraDiscovery(decodeText(await file.bytesOf()));
        const domain = domainOf(file) ?? facts.tenantId;
        if (domain === undefined) throw new Error('Neither the document nor the name of the file tells the tenant');
        yield {
          kind: 'entra.openid-configuration',
          target: domain,
          source,
          status: 'complete',
          data: { domain, ...facts },
          facts: 1,
        };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next), domainOf(file));
      }
    }
  },
};

export default entraOpenIdImporter;

/** `contoso.com` of `contoso.com.openid-configuration.json` and of `contoso.com.json`. */
const domainOf = (file: ImportFile): string | undefined =>
  dnsNameIn(nameWithoutExtension(file).replace(/[._ -]?openid[-_ ]?configuration$/iu, ''));
