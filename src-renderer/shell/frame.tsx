import { makeStyles, tokens, useFocusFinders } from '@fluentui/react-components';
import { RunAgainDialog } from '../features/run/run-again-dialog';
import { Announcer } from './announcer';
import { CommandPalette } from './command-palette';
import { useAppDialog } from './dialog-store';
import { DropArea } from './drop-area';
import { Rail } from './rail';
import { Screen } from './screen';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TitleRow } from './title-row';
import { useShortcuts } from './use-shortcuts';

const useStyles = makeStyles({
  frame: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    scrollbarColor: `${tokens.colorNeutralStrokeAccessible} transparent`,
  },
  body: { flex: 1, minHeight: 0, display: 'flex' },
});

export function Frame() {
  const styles = useStyles();
  useShortcuts();
  // Keeps the focus manager alive: when its last user goes away in the same moment as a dialog, it forgets to unhide what the dialog hid.
  useFocusFinders();
  const dialog = useAppDialog((state) => state.open);
  return (
    <div className={styles.frame}>
      <TitleRow />
      <div className={styles.body}>
        <Rail />
        <Screen />
      </div>
      <Announcer />
      <DropArea />
      {dialog === 'command-palette' ? <CommandPalette /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog === 'run-again' ? <RunAgainDialog /> : null}
    </div>
  );
}
