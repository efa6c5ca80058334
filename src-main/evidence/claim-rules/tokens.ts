/** Tokens of the AD FS claim rule language: names, quoted texts, signs. Comments are left out. */
export interface Token {
  readonly kind: 'name' | 'text' | 'sign';
  readonly text: string;
  /** Offset in the rule text. */
  readonly at: number;
}

const tokenPattern =
  /\s+|\/\*[\s\S]*?\*\/|(?<text>"(?:[^"\\]|\\.)*")|(?<sign>=>|==|!=|=~|!~|&&|[=@:;,.()[\]+])|(?<name>[A-Za-z_]\w*|\d+)/uy;

/** Splits a rule text. Throws an Error that names the offset of what is no token. */
export function tokensOf(rules: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < rules.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(rules);
    if (match === null)
      throw new Error(`The claim rules have something at character ${at + 1} that does not belong there`);
    const { text, sign, name } = match.groups ?? {};
    if (text !== undefined) tokens.push({ kind: 'text', text: unescaped(text), at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
  }
  return tokens;
}

const unescaped = (quoted: string): string => quoted.slice(1, -1).replace(/\\(["\\])/gu, '$1');
