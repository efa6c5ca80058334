import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';
import { Waiting } from '../../ui/waiting';
import { useReport } from './report-store';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: '6px', fontSize: tokens.fontSizeBase200 },
  pair: { margin: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
  original: { color: tokens.colorNeutralForeground2 },
});

/** Replaces what names the customer, in every format; a sample says how before anything goes out. */
export function RedactionCard({ isOn, version }: { readonly isOn: boolean; readonly version: number }) {
  return (
    <Card title="For sharing">
      <Switch
        checked={isOn}
        label="Replace names of the customer"
        onChange={(_event, { checked }) => useReport.setState({ redact: checked })}
      />
      {isOn ? (
        <Sample version={version} />
      ) : (
        <Text size={200}>
          People, computers, domains, distinguished names, SIDs, addresses and hashes get stand-ins; results stay.
        </Text>
      )}
    </Card>
  );
}

function Sample({ version }: { readonly version: number }) {
  const styles = useStyles();
  const { value, failure, reload } = useLoad(`sample:${version}`, () => bridge.report.redactionSample({}));
  if (failure !== undefined)
    return <FailureNotice title="The sample could not be made" failure={failure} onRetry={reload} />;
  if (value === undefined) return <Waiting what="Replacing names" />;
  return (
    <>
      <dl className={styles.list} aria-label="Sample">
        {value.sample.map(({ original, standIn }) => (
          <div key={original}>
            <dt className={styles.original}>
              <Untrusted>{original}</Untrusted>
            </dt>
            <dd className={styles.pair}>→ {standIn}</dd>
          </div>
        ))}
      </dl>
      {value.left.length > 0 && (
        <Text size={200}>
          Words as well as names, so they stay where they stand alone: <Untrusted>{value.left.join(', ')}</Untrusted>.
        </Text>
      )}
      <Text size={200}>
        Read the preview before you share it: names of policies and templates stay but for the people in them, nicknames
        are not recognised, and a sentence can say more than a name. Pictures are left out.
      </Text>
    </>
  );
}
