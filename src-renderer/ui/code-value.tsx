import { makeStyles, tokens } from '@fluentui/react-components';
import { printable } from '../../src-shared/model/printable';
import { shortenMiddle } from '../text/shorten-middle';
import { CopyButton } from './copy-button';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '2px', maxWidth: '100%', minWidth: 0 },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'text',
    overflowWrap: 'anywhere',
  },
});

interface CodeValueProps {
  readonly value: string;
  /** What it is, for the copy button: "thumbprint", "SHA-256". */
  readonly what: string;
  /** Characters shown; longer values lose their middle and show it on hover. */
  readonly length?: number;
}

/** DN, thumbprint, SID, hash or path: monospace, selectable, copied with one click. */
export function CodeValue({ value, what, length = 48 }: CodeValueProps) {
  const styles = useStyles();
  const visible = printable(value, 4096);
  const shown = shortenMiddle(visible, length);
  return (
    <span className={styles.root}>
      <bdi className={styles.value} {...(shown === visible ? {} : { title: visible })}>
        {shown}
      </bdi>
      <CopyButton text={value} what={what} />
    </span>
  );
}
