import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SearchHit } from '../../../src-shared/ipc/search';
import { surface } from '../../theme/surfaces';
import { Untrusted } from '../../ui/untrusted';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '2px', display: 'flex', flexDirection: 'column', gap: '4px' },
  hit: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 12px',
    textAlign: 'start',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const kinds: Readonly<Record<SearchHit['what'], string>> = {
  engagement: 'Engagement',
  finding: 'Finding',
  objects: 'Objects of a finding',
  answer: 'Answer of the interview',
};

interface HitListProps {
  readonly hits: readonly SearchHit[];
  readonly onChoose: (hit: SearchHit) => void;
}

/** What a search found: where it is, and the text that holds the words. */
export function HitList({ hits, onChoose }: HitListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Hits">
      {hits.map((hit) => (
        <li key={`${hit.path} ${hit.what} ${hit.checkId ?? hit.title}`}>
          <button type="button" className={styles.hit} onClick={() => onChoose(hit)}>
            <Text weight="semibold">
              <Untrusted>{hit.title}</Untrusted>
            </Text>
            {hit.text === '' ? null : <Untrusted>{hit.text}</Untrusted>}
            <span className={styles.quiet}>
              <Untrusted>{hit.customer}</Untrusted> · {kinds[hit.what]}
              {hit.checkId === undefined ? '' : ` · ${hit.checkId}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
