import { Field, Select } from '@fluentui/react-components';
import { profileNamed } from '../../../src-shared/report/report-profiles';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { useReport } from './report-store';

/** Whose clothes the report wears, when there are several to choose from. */
export function ProfileSelect() {
  const { value } = useLoad('profiles', () => bridge.report.profiles({}));
  const wished = useReport((state) => state.reportProfile);
  if (value === undefined || value.profiles.length < 2) return null;
  const shown = profileNamed(value, wished) ?? profileNamed(value);
  return (
    <Field label="Report profile">
      <Select value={shown?.name ?? ''} onChange={(_event, data) => useReport.setState({ reportProfile: data.value })}>
        {value.profiles.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
