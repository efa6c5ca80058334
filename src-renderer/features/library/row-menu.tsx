import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { type AppDialog, openDialog } from '../../shell/dialog-store';

/** What can be done with an entry besides opening it; the screen does it. */
export interface RowMenuActions {
  readonly onArchive: (entry: LibraryEntry) => void;
  readonly onDelete: (entry: LibraryEntry) => void;
  readonly onRecover: (entry: LibraryEntry) => void;
}

interface RowMenuProps extends RowMenuActions {
  readonly entry: LibraryEntry;
  readonly isOpen: boolean;
}

const ofOpenOne: readonly (readonly [AppDialog, string])[] = [
  ['check', 'Check this engagement…'],
  ['back-up', 'Back up…'],
  ['hand-over', 'Hand over…'],
  ['change-passphrase', 'Change the passphrase…'],
];

export function RowMenu({ entry, isOpen, onArchive, onDelete, onRecover }: RowMenuProps) {
  const trigger = useRef<HTMLSpanElement>(null);
  /** The focus goes back to the button first, so that a dialog gives it back to something that is still there. */
  const from = (action: () => void) => (): void => {
    trigger.current?.querySelector('button')?.focus();
    action();
  };
  return (
    <span ref={trigger}>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<MoreHorizontal16Regular />}
            menuIcon={null}
            aria-label={`More for ${entry.name}`}
            title="More"
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isOpen
              ? ofOpenOne.map(([dialog, title]) => (
                  <MenuItem key={dialog} onClick={from(() => openDialog(dialog))}>
                    {title}
                  </MenuItem>
                ))
              : null}
            {isOpen ? <MenuDivider /> : null}
            {entry.state === 'damaged' && !isOpen ? (
              <MenuItem onClick={from(() => onRecover(entry))}>Save what can be read…</MenuItem>
            ) : null}
            <MenuItem onClick={from(() => onArchive(entry))}>{entry.archived ? 'Take back' : 'Archive'}</MenuItem>
            {entry.state === 'missing' ? null : (
              <MenuItem onClick={from(() => onDelete(entry))}>Delete for good…</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  );
}
