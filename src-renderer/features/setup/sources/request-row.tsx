import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { collectorDescriptions, scriptOf } from '../../../../src-shared/collectors/collector-roles';
import type { RequestProgress } from '../../../../src-shared/model/collector-request';
import { enumerate } from '../../../text/quantity';
import { OutcomeLabel } from '../../../ui/outcome-label';
import { TimeAgo } from '../../../ui/time-ago';
import { Untrusted } from '../../../ui/untrusted';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: '12px',
    alignItems: 'start',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One script that was asked for: what came back, and from which machines nothing has. */
export function RequestRow({
  progress: { request, received, missing, isMissing },
  onForget,
}: {
  readonly progress: RequestProgress;
  readonly onForget: () => void;
}) {
  const styles = useStyles();
  const { title, runOn } = collectorDescriptions[request.role];
  const word = isMissing ? (received.length === 0 ? 'Missing' : 'Incomplete') : 'Received';
  return (
    <li className={styles.root}>
      <OutcomeLabel outcome={isMissing ? 'unknown' : 'pass'} word={word} />
      <div className={styles.words}>
        <Text weight="semibold">
          {title} ({scriptOf(request.role)})
        </Text>
        <span className={styles.quiet}>
          Asked for <TimeAgo at={request.askedAt} />
        </span>
        {missing.length === 0 ? null : (
          <span>
            Nothing yet from <Untrusted>{enumerate(missing)}</Untrusted>
          </span>
        )}
        {received.length === 0 ? null : (
          <span>
            There: <Untrusted>{enumerate(received.map(({ host }) => host))}</Untrusted>
          </span>
        )}
        {request.hosts.length === 0 ? <span className={styles.quiet}>To be run on: {runOn}</span> : null}
      </div>
      <Button
        appearance="subtle"
        size="small"
        icon={<Delete16Regular />}
        aria-label={`Forget the request for ${title}`}
        title="Forget the request (files that came stay)"
        onClick={onForget}
      />
    </li>
  );
}
