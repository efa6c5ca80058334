// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its rows, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the scrolled region keeps the focus, not its rows
import { mergeClasses } from '@fluentui/react-components';
import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import { isOfWhole } from '../../../src-shared/model/decision-standing';
import type { FindingRow } from '../../../src-shared/model/finding';
import { unknownReasonTitles } from '../../../src-shared/model/outcome';
import { partOf, quantity } from '../../text/quantity';
import { OutcomeLabel } from '../../ui/outcome-label';
import { SeverityTag } from '../../ui/severity-tag';
import { Untrusted } from '../../ui/untrusted';
import { ReviewLabel } from '../reviews/review-label';
import { useReviewsOf } from '../reviews/use-reviews-of';
import { useListStyles } from './list-styles';

/** "3 of 14", or nothing where a finding is not about objects. */
export const objectCount = ({ affectedCount, objectCount: all }: FindingRow): string =>
  all === 0 ? '' : partOf(affectedCount, all);

/** Cells of one finding; in a narrow list area, step and objects move to the second line. */
export function FindingRowView({ row }: { readonly row: FindingRow }) {
  const styles = useListStyles();
  const decided = useReviewsOf(row.checkId).find(({ review }) => isOfWhole(review));
  const reason = row.unknownReason === undefined ? '' : ` · ${unknownReasonTitles[row.unknownReason]}`;
  const objects = row.objectCount === 0 ? '' : ` · ${objectCount(row)} ${row.objectCount === 1 ? 'object' : 'objects'}`;
  return (
    <>
      <div role="gridcell">
        <OutcomeLabel outcome={row.outcome} />
      </div>
      <div role="gridcell" className={styles.severity}>
        <SeverityTag severity={row.severity} />
      </div>
      <div role="gridcell" className={styles.finding}>
        <div className={styles.summary}>
          <Untrusted>{row.summary}</Untrusted>
        </div>
        <div className={styles.quiet}>
          {row.checkId}
          <span className={styles.onlyWideText}> · {row.title}</span>
          {reason}
          {row.attested === undefined ? '' : ' · attested'}
          {decided === undefined ? null : (
            <>
              {' · '}
              <ReviewLabel stated={decided} />
            </>
          )}
          <span className={styles.onlyNarrow}>
            {' '}
            · {areaTitles[row.area]}
            {objects}
          </span>
        </div>
      </div>
      <div role="gridcell" className={styles.onlyWide}>
        {areaTitles[row.area]}
      </div>
      <div role="gridcell" className={styles.onlyWide}>
        {stepTitles[row.step]}
      </div>
      <div
        role="gridcell"
        className={mergeClasses(styles.onlyWide)}
        title={row.objectCount === 0 ? '' : `${row.affectedCount} of ${quantity(row.objectCount, 'object')} affected`}
      >
        {objectCount(row)}
      </div>
    </>
  );
}
