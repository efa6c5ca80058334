import type { Contradiction } from '../../../src-shared/model/contradiction';
import { AppDialog } from '../../ui/app-dialog';
import { ContradictionView } from './contradiction-view';

interface ContradictionsDialogProps {
  readonly contradictions: readonly Contradiction[];
  readonly onClose: () => void;
}

/** Every contradiction with its values, who tells them, what it means and what to do. */
export const ContradictionsDialog = ({ contradictions, onClose }: ContradictionsDialogProps) => (
  <AppDialog title="Contradictions between sources" size="wide" onClose={onClose}>
    {contradictions.map((contradiction) => (
      <ContradictionView key={contradiction.id} contradiction={contradiction} onLeave={onClose} />
    ))}
  </AppDialog>
);
