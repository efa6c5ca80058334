import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { printableLines } from '../../../text/printable-lines';
import { statusColor } from '../../../theme/status-colors';

const useStyles = makeStyles({
  box: {
    maxHeight: '48vh',
    minHeight: '120px',
    overflow: 'auto',
    margin: 0,
    padding: '8px 0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '19px',
    userSelect: 'text',
  },
  line: { display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: '12px', paddingRight: '12px' },
  number: { textAlign: 'end', color: tokens.colorNeutralForeground2, userSelect: 'none' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  mark: { backgroundColor: 'transparent', color: 'inherit', fontWeight: tokens.fontWeightBold },
  deciding: {
    backgroundColor: statusColor('warning').fill,
    boxShadow: `inset 4px 0 0 ${statusColor('warning').ink}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

interface RawLinesProps {
  readonly lines: readonly { readonly number: number; readonly text: string; readonly highlighted: boolean }[];
  readonly label: string;
}

/** Numbered lines of hostile text; the deciding one is marked and scrolled to. */
export function RawLines({ lines, label }: RawLinesProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines, another place to scroll to
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [lines]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={box} className={styles.box} aria-label={label} tabIndex={0}>
      {lines.map(({ number, text, highlighted }) => {
        const visible = printableLines(text);
        return (
          <div key={number} className={mergeClasses(styles.line, highlighted && styles.deciding)}>
            <span className={styles.number} aria-hidden="true">
              {number}
            </span>
            <bdi className={styles.text}>{highlighted ? <mark className={styles.mark}>{visible}</mark> : visible}</bdi>
          </div>
        );
      })}
    </section>
  );
}
