import { makeStyles, tokens, useFocusFinders } from '@fluentui/react-components';
import { BackUpDialog } from '../features/custody/back-up-dialog';
import { ChangePassphraseDialog } from '../features/custody/change-passphrase-dialog';
import { CheckDialog } from '../features/custody/check-dialog';
import { HandOverDialog } from '../features/custody/hand-over-dialog';
import { RunAgainDialog } from '../features/run/run-again-dialog';
import { SearchDialog } from '../features/search/search-dialog';
import { Announcer } from './announcer';
import { CommandPalette } from './command-palette';
import { closeDialog, useAppDialog } from './dialog-store';
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
      {dialog === 'search' ? <SearchDialog onClose={closeDialog} /> : null}
      {dialog === 'check' ? <CheckDialog onClose={closeDialog} /> : null}
      {dialog === 'back-up' ? <BackUpDialog onClose={closeDialog} /> : null}
      {dialog === 'hand-over' ? <HandOverDialog onClose={closeDialog} /> : null}
      {dialog === 'change-passphrase' ? <ChangePassphraseDialog onClose={closeDialog} /> : null}
    </div>
  );
}
