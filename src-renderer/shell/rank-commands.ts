interface Searchable {
  readonly title: string;
  readonly hint: string;
  readonly more?: string | undefined;
}

/** Commands in which every typed word occurs; those whose title or id begins with the text come first, those found by their sentence last. */
export function rankCommands<T extends Searchable>(commands: readonly T[], typed: string, limit: number): T[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return commands.slice(0, limit);
  const words = text.split(/\s+/u);
  const scored = commands.flatMap((command, index) => {
    const title = command.title.toLowerCase();
    const hint = command.hint.toLowerCase();
    const more = command.more?.toLowerCase() ?? '';
    if (!words.every((word) => title.includes(word) || hint.includes(word) || more.includes(word))) return [];
    const isNamed = words.every((word) => title.includes(word) || hint.includes(word));
    const score = hint.startsWith(text) ? 0 : title.startsWith(text) ? 1 : title.includes(text) ? 2 : isNamed ? 3 : 4;
    return [{ command, score, index }];
  });
  scored.sort((a, b) => a.score - b.score || a.index - b.index);
  return scored.slice(0, limit).map(({ command }) => command);
}
