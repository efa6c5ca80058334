import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { bareRow } from '../theme/bare-button';
import { surface } from '../theme/surfaces';
import { useEngagement } from './engagement-store';
import { useNavigation } from './navigation-store';
import { engagementPlaces, helpPlace, libraryPlace, type Place, settingsPlace } from './screens';

const narrow = '@media (max-width: 840px)';

const useStyles = makeStyles({
  rail: {
    width: '184px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '4px 8px 8px',
    overflowY: 'auto',
    [narrow]: { width: '52px', padding: '4px 4px 8px' },
  },
  item: {
    ...bareRow,
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '36px',
    padding: '0 10px',
    border: '1px solid transparent',
    position: 'relative',
    flexShrink: 0,
  },
  current: {
    backgroundColor: surface.selected,
    ':hover': { backgroundColor: surface.selected },
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '9px',
      bottom: '9px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  icon: { display: 'inline-flex' },
  word: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  rule: {
    height: '1px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralStroke2,
    margin: '6px 4px',
    border: 'none',
  },
  push: { marginTop: 'auto' },
});

/** Left rail: the library, the places of the open engagement, the settings. */
export function Rail() {
  const styles = useStyles();
  const hasEngagement = useEngagement((state) => state.engagement !== null);
  return (
    <nav aria-label="Main" className={styles.rail}>
      <RailItem place={libraryPlace} />
      {hasEngagement ? <hr className={styles.rule} /> : null}
      {hasEngagement ? engagementPlaces.map((place) => <RailItem key={place.title} place={place} />) : null}
      <div className={styles.push} />
      <RailItem place={helpPlace} />
      <RailItem place={settingsPlace} />
    </nav>
  );
}

function RailItem({ place }: { readonly place: Place }) {
  const styles = useStyles();
  const isCurrent = useNavigation((state) => place.isAt(state.current));
  const go = useNavigation((state) => state.go);
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, isCurrent && styles.current)}
      title={place.title}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      onClick={() => go(place.route)}
    >
      <span className={styles.icon} aria-hidden="true">
        {place.icon}
      </span>
      <span className={styles.word}>{place.title}</span>
    </button>
  );
}
