import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useThemeStore } from '../../theme/theme-store';
import { Card } from '../../ui/card';
import { ProfileSelect } from './profile-select';
import type { ReportOptions } from './report-preview';
import { useReport } from './report-store';

export function OptionsCard({ options }: { readonly options: ReportOptions }) {
  const save = useThemeStore((state) => state.save);
  return (
    <Card title="Options">
      <Field label="Profile">
        <RadioGroup
          value={options.profile}
          onChange={(_event, data) =>
            useReport.setState({ profile: data.value === 'technical' ? 'technical' : 'executive' })
          }
        >
          <Radio value="executive" label="Executive: verdict, actions, blockers" />
          <Radio value="technical" label="Technical: every finding with evidence" />
        </RadioGroup>
      </Field>
      <ProfileSelect />
      <Switch
        label={
          options.redact
            ? 'Notes of the consultant, without pictures: they may show names'
            : 'Notes and pictures of the consultant'
        }
        checked={options.notes}
        onChange={(_event, data) => useReport.setState({ notes: data.checked })}
      />
      <Field label="Paper">
        <RadioGroup
          layout="horizontal"
          value={options.paper}
          onChange={(_event, data) => save({ paper: data.value === 'Letter' ? 'Letter' : 'A4' })}
        >
          <Radio value="A4" label="A4" />
          <Radio value="Letter" label="Letter" />
        </RadioGroup>
      </Field>
    </Card>
  );
}
