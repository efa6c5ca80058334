import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { calendarDate } from '../../text/time';
import { type ThemeChoice, useThemeStore } from '../../theme/theme-store';
import { Card } from '../../ui/card';
import { FactList } from '../../ui/fact-list';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { Licences } from './licences';
import { ReportProfileCard } from './report-profile-card';
import { StorageCard } from './storage-card';

const themeTitles: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
};
const isThemeChoice = (value: string): value is ThemeChoice => Object.hasOwn(themeTitles, value);

export function SettingsScreen() {
  const { choice, paper, save, failure: saveFailure } = useThemeStore();
  const { value: info, failure, reload } = useLoad('info', () => bridge.app.info({}));
  const facts =
    info === undefined
      ? []
      : ([
          ['Version', info.version],
          ['Catalogue', `${info.catalogueVersion} of ${calendarDate(info.catalogueDate)}`],
          ['Knowledge that ages', `oldest file of ${calendarDate(info.knowledgeDate)}`],
          ['Platform', info.platform],
        ] as const);
  return (
    <Page title="Settings" name="settings" ready={info !== undefined}>
      {saveFailure === undefined ? null : <FailureNotice title="The setting was not stored" failure={saveFailure} />}
      <Card title="Appearance">
        <Field label="Theme">
          <RadioGroup
            layout="horizontal"
            value={choice}
            onChange={(_event, data) => isThemeChoice(data.value) && save({ choice: data.value })}
          >
            {Object.entries(themeTitles).map(([value, title]) => (
              <Radio key={value} value={value} label={title} />
            ))}
          </RadioGroup>
        </Field>
      </Card>
      <Card title="Reports">
        <Field label="Paper">
          <RadioGroup
            layout="horizontal"
            value={paper}
            onChange={(_event, data) => save({ paper: data.value === 'Letter' ? 'Letter' : 'A4' })}
          >
            <Radio value="A4" label="A4" />
            <Radio value="Letter" label="Letter" />
          </RadioGroup>
        </Field>
      </Card>
      <ReportProfileCard />
      {failure === undefined ? null : (
        <FailureNotice title="Versions could not be read" failure={failure} onRetry={reload} />
      )}
      {info === undefined && failure === undefined ? <Waiting what="Reading versions" /> : null}
      {info === undefined ? null : (
        <>
          <StorageCard folder={info.storageFolder} isUsual={info.isUsualStorageFolder} onChanged={reload} />
          <Card title="About">
            <Text>
              Hello Preflight judges whether an organisation can deploy Windows Hello for Business with hybrid
              certificate trust. It only reads, and contacts nothing but the systems you name.
            </Text>
            <FactList facts={facts} />
            <Licences />
          </Card>
        </>
      )}
    </Page>
  );
}
