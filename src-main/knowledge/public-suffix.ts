import { parse } from 'tldts';
import { z } from 'zod';
import specialUseFile from '../../assets/knowledge/special-use-domains.json';

const parsed = z.strictObject({ date: z.iso.date(), names: z.array(z.string()) }).parse(specialUseFile);
const specialUse: ReadonlySet<string> = new Set(parsed.names);

/** Date of the list of special-use names; the public suffix list is the one `tldts` brings along. */
export const specialUseDomainsDate: string = parsed.date;

/** Whether a DNS name can be registered and so be verified by a DNS record; if not, why, as the end of a sentence about the name. */
export function routability(
  name: string,
): { readonly routable: true } | { readonly routable: false; readonly why: string } {
  const no = (why: string) => ({ routable: false, why }) as const;
  const labels = name.trim().toLowerCase().split('.');
  const reserved = [labels.slice(-1), labels.slice(-2)]
    .map((last) => last.join('.'))
    .find((last) => specialUse.has(last));
  if (reserved !== undefined) return no(`ends in .${reserved}, which is reserved for private use`);
  if (labels.length < 2) return no('has a single label');
  const { hostname, domain, isIcann, publicSuffix } = parse(name, { allowPrivateDomains: false });
  if (hostname === null || publicSuffix === null) return no('is not a DNS name');
  if (isIcann !== true) return no(`ends in .${publicSuffix}, which is no public top-level domain`);
  if (domain === null) return no('is itself a registry suffix under which names are registered');
  return { routable: true };
}
