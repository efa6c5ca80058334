import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type ReportBranding, reportBrandingSchema } from '../../../src-shared/report/report-branding';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { nameProblem, profileNamed, type ReportProfiles } from '../../../src-shared/report/report-profiles';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import { Waiting } from '../../ui/waiting';
import { ProfileActions } from './profile-actions';
import { type TakeProfiles, useReportProfiles } from './use-report-profiles';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gap: '12px 20px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    alignItems: 'start',
  },
  row: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap' },
  logo: {
    maxWidth: '220px',
    maxHeight: '72px',
    padding: '6px',
    backgroundColor: '#ffffff', // paper, in every theme
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Draft = Readonly<Record<'name' | 'company' | 'classification' | 'accent' | 'fileName', string>>;

const draftOf = ({ name, company, classification, accent, fileName }: ReportBranding): Draft => ({
  ...{ name, company, classification, fileName },
  accent: accent ?? '',
});
const brandingOf = ({ accent, ...rest }: Draft): object => ({ ...rest, ...(accent === '' ? {} : { accent }) });

/** What is wrong with a field, by its name. */
function problemsOf(draft: Draft, profiles: ReportProfiles, present: string): Partial<Draft> {
  const { error } = reportBrandingSchema.safeParse(brandingOf(draft));
  const name = nameProblem(profiles, draft.name, present);
  return {
    ...Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message])),
    ...(name === undefined ? {} : { name }),
  };
}

const labels: Readonly<Record<keyof Draft, readonly [label: string, hint: string]>> = {
  name: ['Name', 'By which the profile is chosen, here, for a report and on the command line.'],
  company: ['Company', 'Stands behind the consultant’s name on the cover.'],
  classification: ['Classification', 'Stands instead of the engagement’s, when filled in.'],
  accent: ['Accent colour', 'Of headings and links, such as #0f3d66.'],
  fileName: [
    'File name',
    '{customer}, {date}, {profile} and {classification} are filled in; the engagement’s name when empty.',
  ],
};
const names = ['name', 'company', 'classification', 'accent', 'fileName'] as const;

/** How reports look, in several ways to choose from: logo, colour, company, classification and file name, for every engagement on this computer. */
export function ReportProfileCard() {
  const { profiles, failure, take } = useReportProfiles();
  const [shown, setShown] = useState<string>();
  if (profiles === undefined)
    return (
      <Card title="Report profiles">
        {failure === undefined ? (
          <Waiting what="Reading the report profiles" />
        ) : (
          <FailureNotice title="The report profiles could not be read" failure={failure} />
        )}
      </Card>
    );
  const profile = profileNamed(profiles, shown) ?? profileNamed(profiles);
  return (
    <Card title="Report profiles">
      <Text>
        For every engagement on this computer. Nothing is fetched from anywhere: the logo becomes part of the report. A
        profile is exported to one file, which others import.
      </Text>
      {failure === undefined ? null : <FailureNotice title="The report profile was not changed" failure={failure} />}
      {profile === undefined ? null : (
        <>
          <ProfileActions profiles={profiles} profile={profile} take={take} onShow={setShown} />
          <ProfileForm
            key={JSON.stringify(profile)}
            profiles={profiles}
            profile={profile}
            take={take}
            onShow={setShown}
          />
        </>
      )}
    </Card>
  );
}

interface FormProps {
  readonly profiles: ReportProfiles;
  readonly profile: ReportBranding;
  readonly take: TakeProfiles;
  readonly onShow: (name: string) => void;
}

function ProfileForm({ profiles, profile, take, onShow }: FormProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState(draftOf(profile));
  const { name: present } = profile;
  const problems = problemsOf(draft, profiles, present);
  const isChanged = names.some((name) => draft[name] !== draftOf(profile)[name]);
  const save = async (): Promise<void> => {
    const { logo: _, accent: __, ...kept } = profile;
    const { data } = reportBrandingSchema.omit({ logo: true }).safeParse({ ...kept, ...brandingOf(draft) });
    const saved =
      data === undefined ? undefined : await take(bridge.report.saveProfile({ name: present, profile: data }));
    if (saved === undefined) return;
    onShow(draft.name.trim());
    announce('The report profile was saved.');
  };
  return (
    <>
      <Logo name={present} logo={profile.logo} take={(request) => void take(request)} />
      <div className={styles.fields}>
        {names.map((name) => (
          <ProfileField
            key={name}
            name={name}
            value={draft[name]}
            problem={problems[name]}
            classification={draft.classification}
            onChange={(value) => setDraft({ ...draft, [name]: value })}
          />
        ))}
      </div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={!isChanged || Object.keys(problems).length > 0}
          onClick={() => void save()}
        >
          Save the report profile
        </Button>
      </div>
    </>
  );
}

interface LogoProps {
  readonly name: string;
  readonly logo: string | undefined;
  readonly take: (request: ReturnType<typeof bridge.report.chooseLogo>) => void;
}

function Logo({ name, logo, take }: LogoProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {logo === undefined ? null : <img className={styles.logo} src={logo} alt="Logo of the reports" />}
      <Button onClick={() => take(bridge.report.chooseLogo({ name }))}>Choose a logo…</Button>
      {logo === undefined ? null : (
        <Button onClick={() => take(bridge.report.removeLogo({ name }))}>Remove the logo</Button>
      )}
      <Text size={200}>PNG or JPEG, at most 1 MiB.</Text>
    </div>
  );
}

interface ProfileFieldProps {
  readonly name: keyof Draft;
  readonly classification: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

function ProfileField({ name, value, problem, classification, onChange }: ProfileFieldProps) {
  const [label, hint] = labels[name];
  const example =
    name === 'fileName'
      ? reportFileName(value, {
          ...{ customer: 'Contoso', createdAt: '2026-11-22', profile: 'technical' },
          classification: classification || 'Confidential',
        })
      : '';
  return (
    <Field
      label={label}
      hint={example === '' ? hint : `${hint} For example: ${example}.pdf`}
      {...(problem === undefined ? {} : { validationState: 'error', validationMessage: `${label} ${problem}.` })}
    >
      <Input value={value} maxLength={200} onChange={(_event, data) => onChange(data.value)} />
    </Field>
  );
}
