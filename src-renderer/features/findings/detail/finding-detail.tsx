import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect } from 'react';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';
import { FailureNotice } from '../../../ui/failure-notice';
import { Waiting } from '../../../ui/waiting';
import { ExportFinding } from './export-finding';
import { FindingBody } from './finding-body';
import { UnjudgedCheck } from './unjudged-check';

const useStyles = makeStyles({
  panel: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px 4px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  id: { flex: 1, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { flex: 1, minHeight: 0, overflowY: 'auto', padding: '16px 20px 24px' },
});

/** A finding that was opened, not merely selected: its title takes the focus as soon as it is shown. Another object is another request. */
export interface Opened {
  readonly checkId: string;
}

interface FindingDetailProps {
  readonly checkId: string;
  /** Rises when findings may have changed. */
  readonly version: number;
  /** Ids in the order of the list, for previous and next. */
  readonly order: readonly string[];
  readonly opened: Opened | undefined;
  readonly onSelect: (checkId: string) => void;
  readonly onClose: () => void;
}

/** The selected finding with previous and next in the order of the list. Esc goes back to the list. */
export function FindingDetail({ checkId, version, order, opened, onSelect, onClose }: FindingDetailProps) {
  const styles = useStyles();
  const { value, failure, reload } = useLoad(`${checkId}:${version}`, () => bridge.findings.detail({ checkId }));
  const position = order.indexOf(checkId);
  const previous = position < 0 ? undefined : order[position - 1];
  const next = position < 0 ? order[0] : order[position + 1];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    onClose();
  };
  const isUnjudged = failure?.code === 'no-finding';
  const shown = isUnjudged ? checkId : failure === undefined ? value?.finding.checkId : undefined;
  useEffect(() => {
    if (opened !== undefined && opened.checkId === shown) document.getElementById('finding-title')?.focus();
  }, [opened, shown]);
  return (
    <section className={styles.panel} aria-label="Finding" onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <span className={styles.id}>{position < 0 ? checkId : `${checkId} · ${position + 1} of ${order.length}`}</span>
        <Button
          appearance="subtle"
          icon={<ChevronLeft20Regular />}
          aria-label="Previous finding"
          title="Previous finding"
          disabledFocusable={previous === undefined}
          onClick={() => previous !== undefined && onSelect(previous)}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          aria-label="Next finding"
          title="Next finding"
          disabledFocusable={next === undefined}
          onClick={() => next !== undefined && onSelect(next)}
        />
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close the finding"
          title="Close (Esc)"
          onClick={onClose}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section key={checkId} className={styles.body} tabIndex={0} aria-label="Finding detail">
        {isUnjudged ? <UnjudgedCheck checkId={checkId} /> : null}
        {failure !== undefined && !isUnjudged ? (
          <FailureNotice title="The finding could not be read" failure={failure} onRetry={reload} />
        ) : null}
        {value === undefined && failure === undefined ? <Waiting what="Reading the finding" /> : null}
        {value === undefined || failure !== undefined ? null : (
          <>
            <ExportFinding key={value.finding.checkId} checkId={value.finding.checkId} />
            <FindingBody key={value.finding.checkId} {...value} version={version} />
          </>
        )}
      </section>
    </section>
  );
}
