import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Remediation } from '../../../../src-shared/model/catalogue';
import { CopyButton } from '../../../ui/copy-button';

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  command: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '8px 4px 8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  code: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  facts: { display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', gap: '6px 16px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

/** What an administrator does about it. Text only: the app changes nothing. */
export function FixIt({ remediation }: { readonly remediation: Remediation }) {
  const styles = useStyles();
  const { steps, command, verify, revert, right, risk } = remediation;
  const facts = [
    ['Check afterwards', verify],
    ['Undo', revert],
    ['Right needed', right],
    ['Risk', risk],
  ] as const;
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      {command === undefined ? null : (
        <div className={styles.command}>
          <pre className={styles.code}>
            <code>{command}</code>
          </pre>
          <CopyButton text={command} what="command" />
        </div>
      )}
      <dl className={styles.facts}>
        {facts.map(([term, value]) =>
          value === undefined || value === '' ? null : (
            <div key={term} style={{ display: 'contents' }}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
