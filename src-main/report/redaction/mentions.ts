import { accountName, dnsName, hasInnerDot, mailAddress } from './redact-text';

/** What texts mention by a form that tells what it is, each once. */
export interface Mentions {
  readonly mailAddresses: ReadonlySet<string>;
  readonly dnsNames: ReadonlySet<string>;
  /** Of distinguished names, lower case. */
  readonly domains: ReadonlySet<string>;
  /** Of `DOMAIN\account`. */
  readonly accounts: ReadonlySet<string>;
}

/** A form is looked for where its sign is only: the search takes a step for each letter. */
export function mentionsIn(texts: ReadonlySet<string>): Mentions {
  const found = {
    ...{ mailAddresses: new Set<string>(), dnsNames: new Set<string>() },
    ...{ domains: new Set<string>(), accounts: new Set<string>() },
  };
  for (const text of texts) {
    if (text.includes('@')) for (const [address] of text.matchAll(mailAddress)) found.mailAddresses.add(address);
    if (hasInnerDot.test(text)) for (const [name] of text.matchAll(dnsName)) found.dnsNames.add(name);
    if (text.includes('DC=') || text.includes('dc=')) for (const domain of domainsIn(text)) found.domains.add(domain);
    if (text.includes('\\')) for (const [, , account = ''] of text.matchAll(accountName)) found.accounts.add(account);
  }
  return found;
}

function* domainsIn(text: string): Generator<string> {
  for (const [parts] of text.matchAll(/(?:DC=[^,\s"')\]?;]+,?)+/giu))
    yield parts
      .replace(/,?DC=/giu, '.')
      .replace(/^\.|,$/gu, '')
      .toLowerCase();
}
