import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type Change,
  type CheckChange,
  type Comparison,
  changes,
  changeTitles,
} from '../../../src-shared/model/comparison';
import { countedAsTitles } from '../../../src-shared/model/counted-as';
import { type Outcome, outcomeTitles, unknownReasonTitles } from '../../../src-shared/model/outcome';
import { announce } from '../../shell/announcer';
import { go } from '../../shell/navigation-store';
import { amount, quantity } from '../../text/quantity';
import { ChoiceBar } from '../../ui/choice-bar';
import { OutcomeLabel } from '../../ui/outcome-label';
import { SeverityTag } from '../../ui/severity-tag';
import { Untrusted } from '../../ui/untrusted';
import { itemControl, useItemKeys } from './use-item-keys';

const useStyles = makeStyles({
  heading: { margin: '16px 0 0' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  objects: { margin: '4px 0 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** Checks by what became of them; starts with the first kind of change there is. The arrow keys go from check to check. */
export function ChangeList({ comparison: { counts, checks, conclusions } }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const present = changes.filter((change) => counts[change] > 0);
  const [chosen, setChosen] = useState<Change>();
  const change = chosen ?? present[0] ?? 'unchanged';
  const keys = useItemKeys<HTMLUListElement>();
  const choose = (wanted: Change): void => {
    setChosen(wanted);
    announce(`${changeTitles[wanted]}: ${quantity(counts[wanted], 'check')}`);
  };
  return (
    <>
      <ChoiceBar
        label="What became of the checks"
        choices={present.map((each) => ({ value: each, title: `${changeTitles[each]} ${amount(counts[each])}` }))}
        chosen={change}
        onChoose={choose}
      />
      <ul className={styles.list} aria-label={changeTitles[change]} {...keys}>
        {checks
          .filter((check) => check.change === change)
          .map((check) => (
            <Item key={check.checkId} check={check} />
          ))}
      </ul>
      <Conclusions checks={conclusions} />
    </>
  );
}

/** Whatever became of them: below the checks they sum up, and in none of the numbers. */
function Conclusions({ checks }: { readonly checks: readonly CheckChange[] }) {
  const styles = useStyles();
  const keys = useItemKeys<HTMLUListElement>();
  if (checks.length === 0) return null;
  return (
    <>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {countedAsTitles.conclusion}
      </Text>
      <ul className={styles.list} aria-label={countedAsTitles.conclusion} {...keys}>
        {checks.map((check) => (
          <Item key={check.checkId} check={check} />
        ))}
      </ul>
    </>
  );
}

function Item({ check }: { readonly check: CheckChange }) {
  const styles = useStyles();
  const { checkId, title, severity, before, after, change, ruleChanged, kept, unknownReason } = check;
  const { summaryBefore, summaryAfter, objects, objectCount } = check;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Side outcome={before} /> <span aria-hidden="true">→</span>
        <Side outcome={after} />
        <SeverityTag severity={severity} />
        <Button
          {...itemControl}
          appearance="subtle"
          size="small"
          aria-label={`${checkId} ${title}: ${sideWord(before)}, now ${sideWord(after)}`}
          onClick={() => go({ screen: 'findings', checkId })}
        >
          {checkId}
        </Button>
        <Text className={styles.quiet}>{title}</Text>
      </div>
      {ruleChanged ? (
        <Text className={styles.quiet}>
          The rule of this check is another one than then: the change may come from it, not from the environment.
        </Text>
      ) : null}
      {kept ? <Text className={styles.quiet}>Rests on kept evidence: nothing was collected anew for it.</Text> : null}
      {change === 'undetermined' && unknownReason !== undefined ? (
        <Text className={styles.quiet}>Not known because: {unknownReasonTitles[unknownReason].toLowerCase()}.</Text>
      ) : null}
      <div className={styles.title}>
        <Untrusted>{summaryAfter ?? 'Not judged now.'}</Untrusted>
      </div>
      {summaryBefore === undefined || summaryBefore === summaryAfter ? null : (
        <div className={styles.quiet}>
          Before: <Untrusted>{summaryBefore}</Untrusted>
        </div>
      )}
      {objectCount === 0 ? null : (
        <details>
          <summary>{quantity(objectCount, 'object')} changed</summary>
          <ul className={styles.objects}>
            {objects.map((object) => (
              <li key={object.id}>
                {changeTitles[object.change]}: <Untrusted>{object.name}</Untrusted>
              </li>
            ))}
          </ul>
          {objects.length < objectCount ? (
            <Text className={styles.quiet}>
              … and {amount(objectCount - objects.length)} more, in the workbook and the JSON of the delta report.
            </Text>
          ) : null}
        </details>
      )}
    </li>
  );
}

const sideWord = (outcome: Outcome | undefined): string =>
  outcome === undefined ? 'not judged' : outcomeTitles[outcome].toLowerCase();

const Side = ({ outcome }: { readonly outcome: Outcome | undefined }) =>
  outcome === undefined ? <span>Not judged</span> : <OutcomeLabel outcome={outcome} word={outcomeTitles[outcome]} />;
