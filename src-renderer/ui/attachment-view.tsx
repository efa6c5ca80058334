import { makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import type { Attachment } from '../../src-shared/model/attachment';
import { fileSize } from '../text/quantity';
import { CodeValue } from './code-value';
import { Untrusted } from './untrusted';

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
});

/** Name, size and hash of a file kept in the engagement. */
export function AttachmentView({ attachment }: { readonly attachment: Attachment }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <Attach16Regular aria-hidden="true" />
      <Untrusted>{attachment.name}</Untrusted> ({fileSize(attachment.size)}), SHA-256{' '}
      <CodeValue value={attachment.sha256} what="SHA-256 of the attachment" length={20} />
    </span>
  );
}
