import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Envelope } from '../../../src-shared/ipc/define';
import { type ReportBranding, reportBrandingSchema } from '../../../src-shared/report/report-branding';
import { reportFileName } from '../../../src-shared/report/report-file-name';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import { Waiting } from '../../ui/waiting';

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

type Branding = Readonly<Record<'company' | 'classification' | 'accent' | 'fileName', string>>;

const draftOf = ({ company, classification, accent, fileName }: ReportBranding): Branding => ({
  ...{ company, classification, fileName },
  accent: accent ?? '',
});
const brandingOf = ({ accent, ...rest }: Branding): object => ({ ...rest, ...(accent === '' ? {} : { accent }) });

/** What is wrong with a field, by its name. */
function problemsOf(draft: Branding): Partial<Branding> {
  const { error } = reportBrandingSchema.safeParse(brandingOf(draft));
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

const labels: Readonly<Record<keyof Branding, readonly [label: string, hint: string]>> = {
  company: ['Company', 'Stands behind the consultant’s name on the cover.'],
  classification: ['Classification', 'Stands instead of the engagement’s, when filled in.'],
  accent: ['Accent colour', 'Of headings and links, such as #0f3d66.'],
  fileName: ['File name', '{customer}, {date} and {profile} are filled in; the engagement’s name when empty.'],
};
const names = ['company', 'classification', 'accent', 'fileName'] as const;

/** How reports look: logo, colour, company, classification and file name, for every engagement on this computer. */
export function ReportProfileCard() {
  const styles = useStyles();
  const [branding, setBranding] = useState<ReportBranding>();
  const [draft, setDraft] = useState<Branding>();
  const [failure, setFailure] = useState<Failure>();
  const take = async (
    request: Promise<Envelope<{ branding: ReportBranding }>>,
  ): Promise<ReportBranding | undefined> => {
    const answer = await answerOf(request);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return undefined;
    setBranding(answer.value.branding);
    return answer.value.branding;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => {
    void take(bridge.report.branding({})).then((read) => setDraft(read && draftOf(read)));
  }, []);
  if (branding === undefined || draft === undefined)
    return (
      <Card title="Report profile">
        {failure === undefined ? (
          <Waiting what="Reading the report profile" />
        ) : (
          <FailureNotice title="The report profile could not be read" failure={failure} />
        )}
      </Card>
    );
  const problems = problemsOf(draft);
  const isChanged = names.some((name) => draft[name] !== draftOf(branding)[name]);
  const save = async (): Promise<void> => {
    const { success, data } = reportBrandingSchema.omit({ logo: true, paper: true }).safeParse(brandingOf(draft));
    const saved = success ? await take(bridge.report.saveBranding({ branding: data })) : undefined;
    if (saved === undefined) return;
    setDraft(draftOf(saved));
    announce('The report profile was saved.');
  };
  return (
    <Card title="Report profile">
      <Text>
        For every engagement on this computer. Nothing is fetched from anywhere: the logo becomes part of the report.
      </Text>
      {failure === undefined ? null : <FailureNotice title="The report profile was not changed" failure={failure} />}
      <Logo logo={branding.logo} take={(request) => void take(request)} />
      <div className={styles.fields}>
        {names.map((name) => (
          <ProfileField
            key={name}
            name={name}
            value={draft[name]}
            problem={problems[name]}
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
    </Card>
  );
}

interface LogoProps {
  readonly logo: string | undefined;
  readonly take: (request: ReturnType<typeof bridge.report.chooseLogo>) => void;
}

function Logo({ logo, take }: LogoProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {logo === undefined ? null : <img className={styles.logo} src={logo} alt="Logo of the reports" />}
      <Button onClick={() => take(bridge.report.chooseLogo({}))}>Choose a logo…</Button>
      {logo === undefined ? null : <Button onClick={() => take(bridge.report.removeLogo({}))}>Remove the logo</Button>}
      <Text size={200}>PNG or JPEG, at most 1 MiB.</Text>
    </div>
  );
}

interface ProfileFieldProps {
  readonly name: keyof Branding;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

function ProfileField({ name, value, problem, onChange }: ProfileFieldProps) {
  const [label, hint] = labels[name];
  const example =
    name === 'fileName'
      ? reportFileName(value, { customer: 'Contoso', createdAt: '2026-11-22', profile: 'technical' })
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
