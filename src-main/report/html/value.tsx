import { amount } from '../../../src-shared/text/quantity';
import { valueShown } from './limits';

/** Names that machines read (DNs, hashes, SIDs, URLs) are easier to compare in a face where every character has its place. */
const isTechnical = (text: string): boolean => /^\S*[=\\/:{}]\S+$|^[0-9A-Fa-f]{16,}$|^S-1-|^(?:CN|OU|DC)=/u.test(text);

interface ValueProps {
  readonly text: string;
  /** Characters shown. */
  readonly limit?: number;
}

/** A value from the customer's systems: long ones wrap, very long ones end with a count of what is left out. */
export function Value({ text, limit = valueShown }: ValueProps) {
  const rest = text.length - limit;
  return (
    <span className={isTechnical(text) ? 'value technical' : 'value'}>
      {rest > 0 ? text.slice(0, limit) : text}
      {rest > 0 ? <span className="quiet"> … ({amount(rest)} more characters, in the JSON export)</span> : null}
    </span>
  );
}
