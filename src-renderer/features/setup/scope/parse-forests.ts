const dnsName = /^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$/u;

/** DNS names from lines or a comma list, lower-cased and without repetition; `wrong` is the first that is none. */
export function parseForests(text: string): { readonly forests: string[]; readonly wrong: string | undefined } {
  const names = text.split(/[\s,;]+/u).filter((name) => name !== '');
  return {
    forests: [...new Set(names.map((name) => name.toLowerCase()))].slice(0, 50),
    wrong: names.find((name) => name.length > 255 || !dnsName.test(name)),
  };
}
