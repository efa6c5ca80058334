import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentAdd20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { pathsOfDrop } from '../api/bridge';
import { takeDroppedPaths } from '../features/setup/take-dropped-paths';
import { useEngagement } from './engagement-store';

const useStyles = makeStyles({
  veil: {
    position: 'fixed',
    inset: 0,
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorBackgroundOverlay,
    pointerEvents: 'none',
  },
  box: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '28px 40px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Files and folders may be dropped anywhere while an engagement can be changed; everything else dropped is refused. */
export function DropArea() {
  const styles = useStyles();
  const [isOver, setIsOver] = useState(false);
  const canTake = useEngagement((state) => state.engagement !== null && !state.engagement.readOnly);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      const takes = canTake && carriesFiles(event);
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = takes ? 'copy' : 'none';
      setIsOver(takes);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      if (canTake && event.dataTransfer !== null) takeDroppedPaths(pathsOfDrop(event.dataTransfer));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [canTake]);
  if (!isOver) return null;
  return (
    <div className={styles.veil} aria-hidden="true">
      <div className={styles.box}>
        <DocumentAdd20Regular />
        <Text size={400}>Drop files or folders to import them into this engagement</Text>
      </div>
    </div>
  );
}
