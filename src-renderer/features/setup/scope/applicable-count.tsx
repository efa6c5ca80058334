import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { sumsUpOthers } from '../../../../src-shared/model/catalogue';
import type { EngagementDraft } from '../../../../src-shared/model/engagement';
import { useCatalogue } from '../../../shell/catalogue-store';
import { partOf, quantity } from '../../../text/quantity';
import { FailureNotice } from '../../../ui/failure-notice';
import { ShareBar } from '../../../ui/share-bar';
import { usePreview } from '../use-preview';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: '-20px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-height: 520px)': { position: 'static' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How many checks of the catalogue apply with the current answers, and what the last answer changed. */
export function ApplicableCount({ draft }: { readonly draft: EngagementDraft }) {
  const styles = useStyles();
  const { value, failure, reload } = usePreview(draft);
  const total = useCatalogue((state) => state.checks.filter((check) => !sumsUpOthers(check)).length);
  const applicable = value?.applicable;
  const previous = useRef(applicable);
  const [change, setChange] = useState(0);
  useEffect(() => {
    if (applicable === undefined) return;
    if (previous.current !== undefined && previous.current !== applicable) setChange(applicable - previous.current);
    previous.current = applicable;
  }, [applicable]);
  if (failure !== undefined)
    return <FailureNotice title="The checks could not be counted" failure={failure} onRetry={reload} />;
  if (value === undefined) return <div className={styles.root}>Counting the checks that apply…</div>;
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text weight="semibold">{partOf(value.applicable, total)} checks apply</Text>
        {change === 0 ? null : (
          <Text>
            {change > 0
              ? `${quantity(change, 'more', 'more')} since the last answer`
              : `${quantity(-change, 'fewer', 'fewer')} since the last answer`}
          </Text>
        )}
        <span className={styles.quiet}>This version judges {value.implemented} of them.</span>
      </div>
      <ShareBar part={value.applicable} whole={total} />
    </div>
  );
}
