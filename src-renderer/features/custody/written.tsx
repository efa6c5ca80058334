import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fileSize } from '../../text/quantity';
import { Untrusted } from '../../ui/untrusted';

export interface WrittenFile {
  /** Null: the system dialog was cancelled. */
  readonly path: string | null;
  readonly sizeBytes: number | null;
}

const useStyles = makeStyles({ path: { overflowWrap: 'anywhere', whiteSpace: 'normal', display: 'block' } });

/** Where a copy was written, and what there is to know about it. */
export function Written({ file, children }: { readonly file: WrittenFile; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Written{file.sizeBytes === null ? '' : ` (${fileSize(file.sizeBytes)})`}</MessageBarTitle>
        <span className={styles.path}>
          <Untrusted>{file.path ?? ''}</Untrusted>
        </span>
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
