import { makeStyles, tokens } from '@fluentui/react-components';
import { surface } from '../../theme/surfaces';

const wide = '@container findings (min-width: 860px)';

/** Outcome, severity, finding, area, step, objects; in a narrow list severity stands below outcome and the last three go. */
const narrowColumns = '124px minmax(0, 1fr)';
const wideColumns = '124px 72px minmax(0, 1fr) 190px 170px 92px';

/** Of the sticky head of the list, in pixels. */
export const headHeight = 33;

export const useListStyles = makeStyles({
  container: {
    containerType: 'inline-size',
    containerName: 'findings',
    display: 'flex',
    flexDirection: 'column',
    minHeight: '180px',
    flex: 1,
    minWidth: 0,
  },
  grid: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `1px solid ${tokens.colorStrokeFocus2}` },
  },
  sticky: { position: 'sticky', top: 0, zIndex: 1 },
  columns: {
    display: 'grid',
    gridTemplateColumns: narrowColumns,
    columnGap: '12px',
    rowGap: '2px',
    gridTemplateRows: 'auto 1fr',
    [wide]: { gridTemplateColumns: wideColumns, gridTemplateRows: 'auto' },
  },
  head: {
    padding: '0 14px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    height: `${headHeight}px`,
    alignItems: 'center',
    flexShrink: 0,
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '28px',
    padding: '0 4px',
    marginLeft: '-4px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  severity: { gridColumn: 1, gridRow: 2, [wide]: { gridColumn: 'auto', gridRow: 'auto' } },
  finding: { gridRow: '1 / span 2', gridColumn: 2, minWidth: 0, [wide]: { gridRow: 'auto', gridColumn: 'auto' } },
  onlyWide: { display: 'none', [wide]: { display: 'block' } },
  onlyWideText: { display: 'none', [wide]: { display: 'inline' } },
  onlyNarrow: { [wide]: { display: 'none' } },
  row: {
    padding: '7px 14px',
    alignItems: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'default',
    ':hover': { backgroundColor: surface.hover },
  },
  selected: {
    backgroundColor: surface.selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  /** The grid has the focus: its active row shows it. */
  focused: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  group: {
    padding: '8px 14px 5px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  summary: {
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});
