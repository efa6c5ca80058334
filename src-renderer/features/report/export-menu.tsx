import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type BeginWriting, type DocumentFormat, documentTitles, useWriting } from './use-writing';
import { WritingStatus } from './writing-status';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
});

interface ExportMenuProps<F extends DocumentFormat> {
  /** Words of the button. */
  readonly title: string;
  /** Begins a sentence: "The delta report". */
  readonly what: string;
  readonly formats: readonly F[];
  /** It is what the screen is for. */
  readonly isMain?: boolean;
  readonly begin: BeginWriting<F>;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** Writes something as a document of a kind that is chosen from a menu. */
export function ExportMenu<F extends DocumentFormat>({
  title,
  what,
  formats,
  isMain = false,
  begin,
  children,
}: ExportMenuProps<F>) {
  const styles = useStyles();
  const { job, write } = useWriting(what, begin);
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              {...(isMain ? { appearance: 'primary' } : { size: 'small' })}
              icon={<ArrowDownload20Regular />}
              disabledFocusable={job.isRunning}
            >
              {title}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {formats.map((format) => (
                <MenuItem key={format} onClick={() => void write(format)}>
                  {documentTitles[format]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        {children}
        {job.isRunning ? <Button onClick={job.cancel}>Cancel</Button> : null}
      </div>
      <WritingStatus what={what} job={job} />
    </div>
  );
}
