import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import type { RunTarget } from '../../../src-shared/model/run';
import type { RunChoice } from '../../../src-shared/model/run-choice';
import { shortenMiddle } from '../../text/shorten-middle';
import { TimeAgo } from '../../ui/time-ago';
import { Untrusted } from '../../ui/untrusted';
import { type Choosable, choosable } from './choosable';

const useStyles = makeStyles({
  list: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  row: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface RunChoiceFieldsProps {
  readonly draft: EngagementDraft;
  /** Rows of the latest run. */
  readonly targets: readonly RunTarget[];
  readonly choice: RunChoice;
  readonly onChange: (choice: RunChoice) => void;
}

/** Which sources a run reads anew; of the others it says how old what is kept is. */
export function RunChoiceFields({ draft, targets, choice, onChange }: RunChoiceFieldsProps) {
  const styles = useStyles();
  const toggle = ({ list, key }: Choosable, isChosen: boolean): void => {
    if (list === 'followUps') onChange({ ...choice, followUps: isChosen });
    else {
      const others = choice[list].filter((each) => each !== key);
      onChange({ ...choice, [list]: isChosen ? [...others, key] : others });
    }
  };
  const isChosen = ({ list, key }: Choosable): boolean =>
    list === 'followUps' ? choice.followUps : choice[list].includes(key);
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>Read anew</legend>
      {choosable(draft, targets).map((each) => (
        <div key={`${each.list} ${each.key}`} className={styles.row}>
          <Checkbox
            checked={isChosen(each)}
            label={<Untrusted>{shortenMiddle(each.title, 70)}</Untrusted>}
            onChange={(_event, data) => toggle(each, data.checked === true)}
          />
          <span className={styles.quiet}>
            {each.readAt === undefined ? (
              'not read so far'
            ) : (
              <>
                {isChosen(each) ? 'last read' : 'kept from'} <TimeAgo at={each.readAt} />
              </>
            )}
          </span>
        </div>
      ))}
      <Text size={200}>
        What is not chosen is kept as it was collected. Configuration older than 14 days, and the state of a client
        older than a day, is not judged any more: what rests on it becomes not known.
      </Text>
    </fieldset>
  );
}
