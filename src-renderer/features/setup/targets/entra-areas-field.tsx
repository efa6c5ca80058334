import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type EntraArea, entraAreas } from '../../../../src-shared/model/plan';
import { entraAreaTexts, permissionsOf } from './entra-areas';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  permissions: { margin: '4px 0 0', paddingLeft: '20px', fontSize: tokens.fontSizeBase200 },
});

interface EntraAreasFieldProps {
  readonly value: readonly EntraArea[];
  readonly onChange: (areas: readonly EntraArea[]) => void;
}

/** What is read besides tenant, domains, devices and users, and the permissions the sign-in asks for because of it. */
export function EntraAreasField({ value, onChange }: EntraAreasFieldProps) {
  const styles = useStyles();
  const toggle = (area: EntraArea): void =>
    onChange(entraAreas.filter((other) => (other === area ? !value.includes(other) : value.includes(other))));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Text>Also read</Text>
      </legend>
      {entraAreas.map((area) => (
        <Checkbox
          key={area}
          label={`${entraAreaTexts[area].title}: ${entraAreaTexts[area].reads}`}
          checked={value.includes(area)}
          onChange={() => toggle(area)}
        />
      ))}
      <Text size={200} className={styles.hint}>
        Permissions for what is left out are not asked for, and the checks that need it stay unknown.
      </Text>
      <details>
        <summary>
          <Text size={200}>Permissions the sign-in asks for</Text>
        </summary>
        <ul className={styles.permissions}>
          {permissionsOf(value).map(({ name, purpose }) => (
            <li key={name}>
              {name}: {purpose}
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
