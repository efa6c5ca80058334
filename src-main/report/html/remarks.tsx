import { amount, quantity } from '../../../src-shared/text/quantity';
import { remarkShown } from './limits';
import { shorten } from './shorten';

interface RemarksProps {
  readonly notes: readonly string[];
  /** More are counted. */
  readonly most?: number;
}

/** Remarks of the collector: how many there are, and the first of them. */
export const Remarks = ({ notes, most = 1 }: RemarksProps) =>
  notes.length === 0 ? null : (
    <div className="quiet">
      <p>{quantity(notes.length, 'remark')}:</p>
      {notes.slice(0, most).map((note) => (
        <p key={note}>{shorten(note, remarkShown)}</p>
      ))}
      {notes.length > most ? <p>… and {amount(notes.length - most)} more, in the JSON export.</p> : null}
    </div>
  );
