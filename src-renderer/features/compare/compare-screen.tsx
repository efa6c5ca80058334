import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../../src-shared/model/comparison';
import { exactTime } from '../../text/time';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Untrusted } from '../../ui/untrusted';
import { ChangeList } from './change-list';
import { useCompare } from './compare-store';
import { comparisonSentence } from './comparison-words';
import { DeltaExport } from './delta-export';
import { OlderDialog } from './older-dialog';
import { RetestCard } from './retest-card';

const useStyles = makeStyles({
  outcome: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    // It takes the focus by program only and does nothing with it: a ring would promise more.
    ':focus': { outline: 'none' },
  },
});

/** What became of each check and object since an older engagement of the same environment. */
export function CompareScreen() {
  const comparison = useCompare((state) => state.comparison);
  const [isChoosing, setIsChoosing] = useState(false);
  const choose = (
    <Button appearance={comparison === undefined ? 'primary' : 'secondary'} onClick={() => setIsChoosing(true)}>
      {comparison === undefined ? 'Choose the older engagement…' : 'Compare with another…'}
    </Button>
  );
  return (
    <Page title="Compare" name="compare" ready {...(comparison === undefined ? {} : { actions: choose })}>
      {comparison === undefined ? (
        <>
          <EmptyState icon={<ArrowSwap20Regular />} title="Nothing is compared yet" actions={choose}>
            <Text>
              Compare this engagement with an older one of the same customer: what is new, fixed, regressed, unchanged
              or no longer determinable, check by check and object by object.
            </Text>
          </EmptyState>
          <RetestCard />
        </>
      ) : (
        <>
          <Outcome comparison={comparison} />
          <Sides comparison={comparison} />
          <DeltaExport />
          <ChangeList comparison={comparison} />
        </>
      )}
      {isChoosing ? <OlderDialog onClose={() => setIsChoosing(false)} /> : null}
    </Page>
  );
}

/** Takes the focus when the comparison is new: the button that led to it is gone. */
function Outcome({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<Comparison>(undefined);
  useEffect(() => {
    if (shown.current === comparison) return;
    shown.current = comparison;
    const timer = setTimeout(() => heading.current?.focus()); // after the dialog has let go of it
    return () => clearTimeout(timer);
  }, [comparison]);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.outcome}>
      {comparisonSentence(comparison)}
    </h2>
  );
}

const Sides = ({ comparison: { before, after } }: { readonly comparison: Comparison }) => (
  <DataTable
    label="The two engagements"
    columns={['', 'Before', 'After']}
    rows={(
      [
        ['Verdict', before.verdict, after.verdict],
        ['Judged as of', exactTime(before.judgedAt), exactTime(after.judgedAt)],
        ['Customer', before.customer, after.customer],
        ['Catalogue', before.catalogueVersion, after.catalogueVersion],
      ] as const
    ).map(([what, was, is]) => ({
      key: what,
      cells: [what, <Untrusted key="was">{was}</Untrusted>, <Untrusted key="is">{is}</Untrusted>],
    }))}
  />
);
