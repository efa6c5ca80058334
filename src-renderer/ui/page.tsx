import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { shortWindow } from './use-short-window';

const useStyles = makeStyles({
  main: {
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: 'none' },
  },
  inner: { padding: '20px 28px 28px', display: 'flex', flexDirection: 'column', gap: '16px' },
  prose: { width: '100%', maxWidth: '1180px' },
  fill: { flex: 1, minHeight: 0 },
  fixed: { '@media (min-height: 520px)': { overflow: 'hidden' } },
  narrow: { '@media (max-width: 720px)': { padding: '12px 12px 16px' } },
  /** A list is to be seen below what stands above it. */
  short: { [`@media ${shortWindow}`]: { padding: '4px 12px', gap: '6px' } },
  head: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap', justifyContent: 'space-between' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    // It takes the focus by program only and does nothing with it: a ring would promise more.
    ':focus': { outline: 'none' },
    [`@media ${shortWindow}`]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '100ch', marginTop: '2px' },
  words: {
    flex: '1 1 320px',
    minWidth: 0,
    [`@media ${shortWindow}`]: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', alignItems: 'baseline' },
  },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

interface PageProps {
  readonly title: string;
  /** Name for `data-ready`, set once the screen shows its data. */
  readonly name: string;
  readonly ready: boolean;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** `fill`: the screen scrolls inside its own lists; `prose`: the page scrolls. */
  readonly layout?: 'prose' | 'fill';
  readonly children: ReactNode;
}

/** The one `main` of a screen with its one `h1`. Takes the focus when whatever had it went away with the previous screen. */
export function Page({ title, name, ready, intro, actions, layout = 'prose', children }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Hello Preflight`;
    // After a dialog that closes at the same time has let go of the focus.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [title]);
  return (
    <main
      className={mergeClasses(styles.main, layout === 'fill' && styles.fixed)}
      aria-labelledby="page-title"
      data-screen={name}
      {...(ready ? { 'data-ready': name } : {})}
    >
      <div
        className={mergeClasses(
          styles.inner,
          styles.narrow,
          styles.short,
          layout === 'prose' ? styles.prose : styles.fill,
        )}
      >
        <div className={styles.head}>
          <div className={styles.words}>
            <h1 id="page-title" ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {intro === undefined ? null : <div className={styles.intro}>{intro}</div>}
          </div>
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </div>
    </main>
  );
}
