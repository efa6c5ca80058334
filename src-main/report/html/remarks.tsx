import { quantity } from '../../../src-shared/text/quantity';
import { remarkShown } from './limits';
import { shorten } from './shorten';

/** Remarks of the collector: how many, and the first. */
export const Remarks = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <p className="quiet">
      {quantity(notes.length, 'remark')}: {shorten(notes[0] ?? '', remarkShown)}
    </p>
  );
