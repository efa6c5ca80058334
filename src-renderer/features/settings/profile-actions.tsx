import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReportBranding } from '../../../src-shared/report/report-branding';
import type { ReportProfiles } from '../../../src-shared/report/report-profiles';
import { answerOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import type { TakeProfiles } from './use-report-profiles';

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', alignItems: 'end', flexWrap: 'wrap' } });

interface ProfileActionsProps {
  readonly profiles: ReportProfiles;
  /** The one that is shown. */
  readonly profile: ReportBranding;
  readonly take: TakeProfiles;
  readonly onShow: (name: string) => void;
}

/** Which profile is shown, and what is done with it as a whole. */
export function ProfileActions({ profiles, profile: { name }, take, onShow }: ProfileActionsProps) {
  const styles = useStyles();
  const isChosen = profiles.chosen.toLowerCase() === name.toLowerCase();
  const add = async (request: ReturnType<typeof bridge.report.addProfile>): Promise<void> => {
    const added = (await take(request))?.added;
    if (added == null) return;
    onShow(added);
    announce(`The report profile ${added} was added.`);
  };
  const hand = async (): Promise<void> => {
    const answer = await answerOf(bridge.report.exportProfile({ name }));
    if (!answer.ok) await take(Promise.resolve(answer));
    else if (answer.value.path !== null) announce('The report profile was exported.');
  };
  return (
    <div className={styles.row}>
      <Field label="Profile">
        <Select value={name} onChange={(_event, data) => onShow(data.value)}>
          {profiles.profiles.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name}
              {each.name === profiles.chosen ? ' (used unless another is chosen)' : ''}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabled={isChosen} onClick={() => void take(bridge.report.chooseProfile({ name }))}>
        Use for reports
      </Button>
      <Button onClick={() => void add(bridge.report.addProfile({}))}>New</Button>
      <Button onClick={() => void add(bridge.report.addProfile({ from: name }))}>Duplicate</Button>
      <Button
        disabled={profiles.profiles.length === 1}
        onClick={() => void take(bridge.report.deleteProfile({ name }))}
      >
        Delete
      </Button>
      <Button onClick={() => void hand()}>Export…</Button>
      <Button onClick={() => void add(bridge.report.importProfile({}))}>Import…</Button>
    </div>
  );
}
