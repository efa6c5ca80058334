import { Button, makeStyles, Text } from '@fluentui/react-components';
import { areaTitles, stepTitles } from '../../../../src-shared/model/area';
import { useCatalogue } from '../../../shell/catalogue-store';
import { openDialog } from '../../../shell/dialog-store';
import { plainTitle } from '../../../text/plain-title';
import { SeverityTag } from '../../../ui/severity-tag';
import { FixIt } from './fix-it';
import { Section } from './section';
import { SourceLinks } from './source-links';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
});

/** A check of the catalogue without a finding: not judged by this version, or not judged yet. */
export function UnjudgedCheck({ checkId }: { readonly checkId: string }) {
  const styles = useStyles();
  const check = useCatalogue((state) => state.byId.get(checkId));
  if (check === undefined) return <Text>The catalogue has no check {checkId}.</Text>;
  return (
    <div className={styles.root}>
      <SeverityTag severity={check.severity} />
      <Text as="h2" id="finding-title" tabIndex={-1} size={500} weight="semibold">
        {plainTitle(check.title)}
      </Text>
      <Text>
        {areaTitles[check.area]} · {stepTitles[check.step]}
      </Text>
      <Text>
        {check.implemented
          ? 'There is no finding yet: this check has not been judged in this engagement.'
          : 'This version does not judge this check. Judge it by hand; the report lists it as not judged.'}
      </Text>
      {check.implemented ? <Button onClick={() => openDialog('run-again')}>Run again</Button> : null}
      {check.why === '' ? null : (
        <Section title="Why it matters">
          <Text>{check.why}</Text>
        </Section>
      )}
      {check.remediation === undefined ? null : (
        <Section title="Fix it">
          <FixIt remediation={check.remediation} />
        </Section>
      )}
      {check.sources.length === 0 ? null : (
        <Section title="Source">
          <SourceLinks sources={check.sources} seed={check.seed} revision={check.revision} />
        </Section>
      )}
    </div>
  );
}
