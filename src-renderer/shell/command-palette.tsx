// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a list box whose owner, the text field, has the focus
// biome-ignore-all lint/a11y/useFocusableInteractive: a list box whose owner, the text field, has the focus
import { Dialog, DialogSurface, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { surface } from '../theme/surfaces';
import { Untrusted } from '../ui/untrusted';
import { useReturnFocus } from '../ui/use-return-focus';
import type { Command } from './commands';
import { closeDialog } from './dialog-store';
import { rankCommands } from './rank-commands';
import { useCommands } from './use-commands';

const useStyles = makeStyles({
  surface: { padding: '12px', maxWidth: '640px', alignSelf: 'start', marginTop: '8vh' },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, maxHeight: '50vh', overflowY: 'auto' },
  option: {
    display: 'flex',
    gap: '12px',
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: '34px',
    padding: '2px 10px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: {
    backgroundColor: surface.selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  name: { minWidth: 0 },
  more: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  none: { padding: '12px 10px', color: tokens.colorNeutralForeground2 },
});

const shownAtMost = 60;

/** Ctrl+K: actions and checks by name. The text field keeps the focus; the arrows move through the list. */
export function CommandPalette() {
  const styles = useStyles();
  useReturnFocus();
  const commands = useCommands();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => rankCommands(commands, typed, shownAtMost), [commands, typed]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (command: Command | undefined): void => {
    if (command === undefined) return;
    closeDialog();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive((index) => Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive((index) => Math.max(index - 1, 0));
    else if (event.key === 'Enter') choose(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && closeDialog()}>
      <DialogSurface className={styles.surface} aria-label="Actions and checks">
        <Input
          autoFocus
          style={{ width: '100%' }}
          contentBefore={<Search16Regular />}
          placeholder="Type an action, a check, its id or a word of its finding"
          value={typed}
          onChange={(_event, data) => {
            setTyped(data.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          input={{
            role: 'combobox',
            'aria-label': 'Actions and checks',
            'aria-expanded': true,
            'aria-controls': 'palette-list',
            'aria-autocomplete': 'list',
            ...(found.length === 0 ? {} : { 'aria-activedescendant': `palette-${active}` }),
          }}
        />
        {found.length === 0 ? (
          <div id="palette-list" className={styles.none} role="status">
            Nothing is called “{typed}”. Try a word of a check's title, such as “template”, or its id, such as
            “PKI-010”.
          </div>
        ) : (
          <ul id="palette-list" ref={list} role="listbox" aria-label="Actions and checks" className={styles.list}>
            {found.map((command, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field that owns the list handles the keys
              <li
                key={command.id}
                id={`palette-${index}`}
                role="option"
                aria-selected={index === active}
                className={mergeClasses(styles.option, index === active && styles.active)}
                onClick={() => choose(command)}
                onMouseMove={() => setActive(index)}
              >
                <span className={styles.name}>
                  {command.title}
                  {typed.trim() === '' || command.more === undefined ? null : (
                    <span className={styles.more}>
                      <Untrusted>{command.more}</Untrusted>
                    </span>
                  )}
                </span>
                <span className={styles.hint}>{command.hint}</span>
              </li>
            ))}
          </ul>
        )}
      </DialogSurface>
    </Dialog>
  );
}
