// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows

import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch20Regular, Gavel20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { ListedObject } from '../../../../src-shared/ipc/findings';
import type { AffectedObject } from '../../../../src-shared/model/finding';
import { printable } from '../../../../src-shared/model/printable';
import { isOpen } from '../../../../src-shared/model/review';
import { CodeValue } from '../../../ui/code-value';
import { OutcomeLabel } from '../../../ui/outcome-label';
import { Untrusted } from '../../../ui/untrusted';
import { ReviewLabel } from '../../reviews/review-label';
import type { ShownEvidence } from './finding-body';

/** Beside the list of findings in a small window: the text then has a line of its own. */
const narrow = '@container (max-width: 460px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px 112px minmax(0, 1fr) 64px',
    gap: '10px',
    padding: '6px 10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    alignItems: 'start',
    [narrow]: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  },
  text: { minWidth: 0, [narrow]: { order: 1, flexBasis: '100%' } },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', userSelect: 'text' },
  note: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', justifyContent: 'flex-end', marginInlineStart: 'auto' },
  choice: { margin: '-6px 0 0 -8px' },
});

const isConcerned = ({ outcome }: AffectedObject): boolean => outcome !== 'pass' && outcome !== 'not-applicable';

export interface ObjectRowProps {
  /** Undefined while its page is on the way. */
  readonly object: ListedObject | undefined;
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onShowEvidence: (shown: ShownEvidence) => void;
  readonly onDecide: (object: AffectedObject) => void;
}

/** One object: outcome, name, what was seen on it, its stable key, and the way to the evidence behind it. Drawn anew only when it changes: scrolling moves it. */
export const ObjectRow = memo(function ObjectRow({
  object,
  isChosen,
  onToggle,
  onShowEvidence,
  onDecide,
}: ObjectRowProps) {
  const styles = useStyles();
  if (object === undefined) {
    return (
      <div className={styles.row} role="gridcell">
        Reading…
      </div>
    );
  }
  const { evidenceId, locate, decided } = object;
  return (
    <div className={styles.row} role="presentation">
      <div role="gridcell" className={styles.choice}>
        {isOpen(object.outcome) ? (
          <Checkbox
            checked={isChosen}
            aria-label={`Choose ${printable(object.name)}`}
            onChange={() => onToggle(object.id)}
          />
        ) : null}
      </div>
      <div role="gridcell">
        <OutcomeLabel outcome={object.outcome} />
      </div>
      <div role="gridcell" className={styles.text}>
        <div className={styles.name}>
          <Untrusted>{object.name}</Untrusted>
        </div>
        <div className={styles.note}>
          <Untrusted>{object.note}</Untrusted>
        </div>
        {decided === undefined ? null : (
          <div className={styles.quiet}>
            <ReviewLabel stated={{ review: decided, state: decided.state }} /> – <Untrusted>{decided.reason}</Untrusted>
          </div>
        )}
        {object.id.toLowerCase() === object.name.toLowerCase() ? null : (
          <div className={styles.quiet}>
            <CodeValue value={object.id} what={`key of ${printable(object.name)}`} length={44} />
          </div>
        )}
      </div>
      <div role="gridcell" className={styles.actions}>
        {isConcerned(object) ? (
          <Button
            appearance="subtle"
            size="small"
            icon={<Gavel20Regular />}
            aria-label={`Decide on ${printable(object.name)}`}
            title="Decide"
            onClick={() => onDecide(object)}
          />
        ) : null}
        {evidenceId === undefined ? null : (
          <Button
            appearance="subtle"
            size="small"
            icon={<DocumentSearch20Regular />}
            aria-label={`View evidence for ${printable(object.name)}`}
            title="View evidence"
            onClick={() => onShowEvidence({ id: evidenceId, locate })}
          />
        )}
      </div>
    </div>
  );
});
