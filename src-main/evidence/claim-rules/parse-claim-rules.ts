import { present } from '../present';
import { type Token, tokensOf } from './tokens';

/** One comparison inside a condition: `Type == "…"`, `Value =~ "-515$"`. */
export interface ClaimComparison {
  /** Lower case: `type`, `value`, `issuer`, `originalissuer`, `valuetype`. */
  readonly property: string;
  readonly operator: '==' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A claim that must (or must not) be there. */
export interface ClaimCondition {
  /** Name the claim is bound to, e.g. `c1`; absent for EXISTS and the like. */
  readonly name?: string;
  readonly form: 'claim' | 'exists' | 'not-exists' | 'count';
  readonly comparisons: readonly ClaimComparison[];
}

/** What a rule does when its conditions hold. */
export interface ClaimAction {
  /** `add` gives a claim to later rules only, `issue` puts it into the token as well. */
  readonly verb: 'issue' | 'add';
  /** Name of the claim that is passed on whole: `issue(claim = c)`. */
  readonly copies?: string;
  /** Claim types it makes. */
  readonly types: readonly string[];
  /** Value when it is a fixed text. */
  readonly value?: string;
  /** Attribute store and query when it looks values up. */
  readonly store?: string;
  readonly query?: string;
}

export interface ClaimRule {
  readonly name?: string;
  readonly template?: string;
  readonly conditions: readonly ClaimCondition[];
  readonly action: ClaimAction;
}

const ruleLimit = 1000;
const sizeLimit = 1024 * 1024;

/**
 * Reads rules of the AD FS claim rule language (“The Role of the Claim Rule Language”, AD FS technical reference). Rules are judged by the claim types and
 * values they hold, never by names or layout.
 * Throws an Error with a sentence when the text is too long or is not in the language.
 */
export function parseClaimRules(text: string): readonly ClaimRule[] {
  if (text.length > sizeLimit) throw new Error(`The claim rules have ${text.length} characters, more than is read`);
  const parser = new RuleParser(tokensOf(text));
  const rules: ClaimRule[] = [];
  while (!parser.atEnd) {
    if (rules.length >= ruleLimit) throw new Error(`There are more than ${ruleLimit} claim rules`);
    rules.push(parser.rule());
  }
  return rules;
}

type Expression = { readonly text?: string; readonly name?: string };

class RuleParser {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#position >= this.#tokens.length;
  }

  rule(): ClaimRule {
    const annotations = new Map<string, string>();
    while (this.#takes('@')) {
      const name = this.#name().toLowerCase();
      this.#expect('=');
      annotations.set(name, this.#text());
    }
    const conditions = this.#next?.text === '=>' ? [] : this.#conditions();
    this.#expect('=>');
    const action = this.#action();
    this.#takes(';');
    return {
      ...present({ name: annotations.get('rulename'), template: annotations.get('ruletemplate') }),
      conditions,
      action,
    };
  }

  #conditions(): ClaimCondition[] {
    const conditions = [this.#condition()];
    while (this.#takes('&&')) conditions.push(this.#condition());
    return conditions;
  }

  #condition(): ClaimCondition {
    if (this.#next?.text === '[') return { form: 'claim', comparisons: this.#comparisons() };
    const word = this.#name();
    if (this.#takes(':')) return { name: word, form: 'claim', comparisons: this.#comparisons() };
    const form = this.#formOf(word);
    this.#expect('(');
    const comparisons = this.#comparisons();
    this.#expect(')');
    // `count([…]) >= 1`: what is counted matters here, the number does not.
    if (form === 'count')
      while (!this.atEnd && this.#next?.text !== '&&' && this.#next?.text !== '=>') this.#position += 1;
    return { form, comparisons };
  }

  #formOf(word: string): ClaimCondition['form'] {
    switch (word.toLowerCase()) {
      case 'exists':
        return 'exists';
      case 'count':
        return 'count';
      case 'not':
        this.#name();
        return 'not-exists';
      default:
        throw this.#unexpected();
    }
  }

  #comparisons(): ClaimComparison[] {
    this.#expect('[');
    const comparisons: ClaimComparison[] = [];
    while (!this.#takes(']')) {
      const property = this.#name().toLowerCase();
      const operator = this.#operator();
      comparisons.push({ property, operator, value: this.#expression().text ?? '' });
      this.#takes(',');
    }
    return comparisons;
  }

  #operator(): ClaimComparison['operator'] {
    for (const operator of ['==', '!=', '=~', '!~'] as const) if (this.#takes(operator)) return operator;
    throw this.#unexpected();
  }

  #action(): ClaimAction {
    const verb = this.#name().toLowerCase();
    if (verb !== 'issue' && verb !== 'add') throw this.#unexpected();
    this.#expect('(');
    const settings = new Map<string, readonly Expression[]>();
    while (!this.#takes(')')) {
      const name = this.#name().toLowerCase();
      if (!this.#takes('=')) this.#expect('==');
      const values = this.#next?.text === '(' ? this.#list() : [this.#expression()];
      settings.set(name, [...(settings.get(name) ?? []), ...values]);
      this.#takes(',');
    }
    const textOf = (name: string): string | undefined => settings.get(name)?.[0]?.text;
    const types = [...(settings.get('types') ?? []), ...(settings.get('type') ?? [])].flatMap(({ text }) => text ?? []);
    return {
      verb,
      types,
      ...present({
        copies: settings.get('claim')?.[0]?.name,
        value: textOf('value'),
        store: textOf('store'),
        query: textOf('query'),
      }),
    };
  }

  #list(): Expression[] {
    this.#expect('(');
    const items: Expression[] = [];
    while (!this.#takes(')')) {
      items.push(this.#expression());
      this.#takes(',');
    }
    return items;
  }

  /** A text, a claim or its property (`c.Value`), a function, or several of them joined by `+`; only a text alone is known beforehand. */
  #expression(): Expression {
    const first = this.#operand();
    let joined = false;
    while (this.#takes('+')) {
      this.#operand();
      joined = true;
    }
    return joined ? {} : first;
  }

  #operand(): Expression {
    const token = this.#next;
    if (token?.kind === 'text') return { text: this.#text() };
    const name = this.#name();
    if (this.#takes('.')) {
      this.#name();
      return {};
    }
    if (this.#next?.text === '(') {
      this.#list();
      return {};
    }
    return { name };
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #takes(sign: string): boolean {
    const token = this.#next;
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#position += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw this.#unexpected();
  }

  #name(): string {
    return this.#take('name');
  }

  #text(): string {
    return this.#take('text');
  }

  #take(kind: Token['kind']): string {
    const token = this.#next;
    if (token?.kind !== kind) throw this.#unexpected();
    this.#position += 1;
    return token.text;
  }

  #unexpected(): Error {
    const token = this.#next;
    return new Error(
      token === undefined
        ? 'The claim rules end in the middle of a rule'
        : `The claim rules are not in the claim rule language at character ${token.at + 1}`,
    );
  }
}
