import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import {
  type ClientGroup,
  type ClientsOverview,
  clientStateTitles,
  groupTitle,
} from '../../../src-shared/model/clients';
import { factsInWords, factsThatTellApart } from '../../../src-shared/model/facts-that-tell-apart';
import { bareRow } from '../../theme/bare-button';
import { surface } from '../../theme/surfaces';
import { OutcomeLabel } from '../../ui/outcome-label';
import { Untrusted } from '../../ui/untrusted';
import { stateOutcome } from './state-outcome';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  item: {
    ...bareRow,
    display: 'grid',
    gridTemplateColumns: '52px minmax(0, 1fr)',
    columnGap: '12px',
    width: '100%',
    padding: '6px 10px 6px 4px',
    border: '1px solid transparent',
    lineHeight: tokens.lineHeightBase300,
  },
  current: {
    backgroundColor: surface.selected,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':hover': { backgroundColor: surface.selected },
    '@media (forced-colors: active)': { border: '1px solid Highlight' },
  },
  count: {
    textAlign: 'end',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  difference: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

interface GroupListProps {
  readonly overview: ClientsOverview;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Groups as the report lists them: failing ones first, then by size. */
export function GroupList({ overview, chosen, onChoose }: GroupListProps) {
  const styles = useStyles();
  const apart = useMemo(() => factsThatTellApart(overview), [overview]);
  return (
    <ul className={styles.list} aria-label="Groups of clients">
      {overview.groups.map((group) => (
        <li key={group.id}>
          <button
            type="button"
            className={mergeClasses(styles.item, group.id === chosen && styles.current)}
            aria-pressed={group.id === chosen}
            onClick={() => onChoose(group.id)}
          >
            <GroupLine group={group} overview={overview} difference={factsInWords(apart.get(group.id) ?? [])} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface GroupLineProps {
  readonly group: ClientGroup;
  readonly overview: ClientsOverview;
  /** From groups of the same title; empty where there are none. */
  readonly difference: string;
}

function GroupLine({ group, overview, difference }: GroupLineProps) {
  const styles = useStyles();
  const title = groupTitle(group, overview.chains);
  const names = group.representatives.slice(0, 3).map(({ name }) => name.split('.')[0] ?? name);
  return (
    <>
      <span className={styles.count}>{group.count.toLocaleString('en-GB')}</span>
      <span style={{ minWidth: 0 }}>
        <OutcomeLabel outcome={stateOutcome[group.state]} word={clientStateTitles[group.state]} />
        {title === clientStateTitles[group.state] ? null : (
          <span className={styles.title} style={{ display: 'block' }}>
            <Untrusted>{title}</Untrusted>
          </span>
        )}
        {difference === '' ? null : (
          <span className={styles.difference}>
            <Untrusted>{difference}</Untrusted>
          </span>
        )}
        <span className={styles.quiet} style={{ display: 'block' }}>
          <Untrusted>{names.join(', ')}</Untrusted>
          {group.count > names.length ? '\u00a0…' : ''}
        </span>
      </span>
    </>
  );
}
