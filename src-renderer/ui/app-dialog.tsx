import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { focusFirstProblem } from './focus-first-problem';
import { useReturnFocus } from './use-return-focus';

const useStyles = makeStyles({
  surface: { maxHeight: '92vh', '@media (max-width: 720px)': { maxWidth: '94vw', padding: '16px' } },
  wide: { maxWidth: 'min(1040px, 94vw)', width: '94vw' },
  body: { maxHeight: 'calc(92vh - 48px)' },
  actions: { '& button': { whiteSpace: 'nowrap' } },
  content: { display: 'flex', flexDirection: 'column', gap: '14px', overflowY: 'auto', paddingBottom: '6px' },
});

interface AppDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Windows order: the action first, Cancel after it. Absent: there is nothing but to close it. */
  readonly actions?: ReactNode;
  /** Makes the dialog a form; its submit button is among the actions. */
  readonly onSubmit?: () => void;
  readonly size?: 'normal' | 'wide';
  readonly kind?: 'modal' | 'alert';
  readonly children: ReactNode;
}

/** Mounted while it is open. Gives the focus back to where it was, also when a key opened it. */
export function AppDialog({
  title,
  onClose,
  actions,
  onSubmit,
  size = 'normal',
  kind = 'modal',
  children,
}: AppDialogProps) {
  const styles = useStyles();
  useReturnFocus();
  // The dialog focuses its first control, which in an alert is the dangerous one.
  useEffect(() => document.querySelector<HTMLElement>('[role="alertdialog"] [data-safe-action]')?.focus(), []);
  const body = (
    <DialogBody className={styles.body}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <DialogActions className={styles.actions} fluid={size === 'wide'}>
        {actions ?? <CloseButton onClose={onClose} />}
      </DialogActions>
    </DialogBody>
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit?.();
    focusFirstProblem(event.currentTarget);
  };
  return (
    <Dialog open modalType={kind} onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={mergeClasses(styles.surface, size === 'wide' && styles.wide)}>
        {onSubmit === undefined ? (
          body
        ) : (
          <form noValidate onSubmit={submit}>
            {body}
          </form>
        )}
      </DialogSurface>
    </Dialog>
  );
}

const CloseButton = ({ onClose }: Pick<AppDialogProps, 'onClose'>) => (
  <Button appearance="primary" onClick={onClose}>
    Close
  </Button>
);
