import type { Importer } from '../engine/importer';
import { type ClaimRule, parseClaimRules } from '../evidence/claim-rules/parse-claim-rules';
import { unnamedFarm } from '../evidence/cmdlets/adfs-facts';
import { claimType, rulesIssuing } from '../evidence/derived/entra-trust-claims';
import { decodeText } from '../evidence/text-decoding';
import { dnsNameIn, failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const id = 'claim-rules';
const kinds = ['adfs.entra-trust'] as const;
const next =
  'Export the trust with `Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline | ConvertTo-Json -Depth 6` instead.';

/**
 * Issuance rules of the trust with Entra ID as text: saved from AD FS, or the backup Entra Connect makes. Told from rules of other trusts by the ImmutableID,
 * which nobody but Entra ID asks for; that there is one such trust, and that it is enabled, the text does not say.
 */
const claimRulesImporter: Importer = {
  id,
  title: 'Claim rules of AD FS',
  gives: kinds,
  sizeLimit: 2 * 1024 * 1024,

  recognises: ({ text }) =>
    /^\s*(?:@Rule\w{1,20}\s*=|(?:\w{1,20}\s*:\s*)?\[|(?:not\s+)?exists\s*\(|count\s*\(|=>)/iu.test(text) &&
    /=>\s*(?:issue|add)\s*\(/iu.test(text),

  async *read([file]) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const text = decodeText(await file.bytesOf());
      const rules = parseClaimRules(text);
      if (!servesEntra(rules))
        throw new Error(
          'Its rules issue no ImmutableID, so they are not, or not all, those of the trust with Entra ID',
        );
      yield {
        kind: 'adfs.entra-trust',
        target: dnsNameIn(nameWithoutExtension(file)) ?? unnamedFarm,
        source,
        status: 'complete',
        data: { identifiers: [], issuanceTransformRules: text },
        facts: rules.length,
        notes: ['A text of rules; whose they are was told by the claims they issue.'],
      };
    } catch (error) {
      yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
    }
  },
};

export default claimRulesImporter;

const servesEntra = (rules: readonly ClaimRule[]): boolean => rulesIssuing(rules, claimType.immutableId).length > 0;
