import { makeStyles, tokens } from '@fluentui/react-components';
import { printable } from '../../src-shared/model/printable';
import { shortenMiddle } from '../text/shorten-middle';
import { CopyButton } from './copy-button';

const useStyles = makeStyles({
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'text',
    overflowWrap: 'anywhere',
  },
  /** Keeps the button on the line of the last characters. */
  end: { whiteSpace: 'nowrap', '> button': { marginInlineStart: '2px', verticalAlign: 'middle' } },
});

const endLength = 6;

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
  const characters = [...shown];
  return (
    <span>
      <bdi className={styles.value} {...(shown === visible ? {} : { title: visible })}>
        {characters.slice(0, -endLength).join('')}
        <span className={styles.end}>
          {characters.slice(-endLength).join('')}
          <CopyButton text={value} what={what} />
        </span>
      </bdi>
    </span>
  );
}
