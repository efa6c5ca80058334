/** Names of machines as typed: separated by lines, commas, semicolons or spaces; each once, at most 500. */
export function parseHosts(text: string): readonly string[] {
  const names = new Map<string, string>();
  for (const name of text.split(/[\s,;]+/u))
    if (name !== '' && name.length <= 255 && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  return [...names.values()].slice(0, 500);
}
