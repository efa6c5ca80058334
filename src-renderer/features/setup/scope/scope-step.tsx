import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { Scope } from '../../../../src-shared/model/scope';
import { useCatalogue } from '../../../shell/catalogue-store';
import type { StepProps } from '../setup-screen';
import { ApplicableCount } from './applicable-count';
import * as consequence from './consequences';
import { ForestsField } from './forests-field';
import { PopulationField } from './population-field';
import { Question } from './question';

/** Catalogue section 0.5, asked as plain questions. */
export function ScopeStep({ draft, change }: StepProps) {
  const { scope } = draft;
  const set = (part: Partial<Scope>): void =>
    change((current) => ({ ...current, scope: { ...current.scope, ...part } }));
  return (
    <div>
      <ApplicableCount draft={draft} />
      <DeviceQuestions scope={scope} set={set} />
      <Question number={3} title="Which forests are in scope?" consequence={consequence.forestConsequence(scope)}>
        <ForestsField value={scope.forests} onChange={(forests) => set({ forests })} />
      </Question>
      <Question number={4} title="Who takes part in the pilot?" consequence={consequence.pilotConsequence(scope)}>
        <PopulationField
          label="Pilot users"
          everybody="All users"
          value={scope.pilotUsers}
          onChange={(pilotUsers) => set({ pilotUsers })}
        />
        <PopulationField
          label="Pilot computers"
          everybody="All computers"
          value={scope.pilotComputers}
          onChange={(pilotComputers) => set({ pilotComputers })}
        />
      </Question>
      <ServiceQuestions scope={scope} set={set} />
    </div>
  );
}

interface QuestionsProps {
  readonly scope: Scope;
  readonly set: (part: Partial<Scope>) => void;
}

function DeviceQuestions({ scope, set }: QuestionsProps) {
  const ssoChecks = useCatalogue((state) => state.checks.filter((check) => check.area === 'sso').length);
  const { joinTypes, registrationAuthority: authority } = scope;
  return (
    <>
      <Question
        number={1}
        title="Which devices are in scope?"
        consequence={consequence.joinTypeConsequence(scope, ssoChecks)}
      >
        <Checkbox
          label="Entra hybrid joined devices"
          checked={joinTypes.hybridJoined}
          onChange={(_event, data) => set({ joinTypes: { ...joinTypes, hybridJoined: data.checked === true } })}
        />
        <Checkbox
          label="Entra joined devices"
          checked={joinTypes.entraJoined}
          onChange={(_event, data) => set({ joinTypes: { ...joinTypes, entraJoined: data.checked === true } })}
        />
      </Question>
      <Question
        number={2}
        title="Who is the registration authority?"
        consequence={consequence.registrationAuthorityConsequence(scope)}
      >
        <Field label="For hybrid joined devices">
          <RadioGroup
            layout="horizontal"
            disabled={!joinTypes.hybridJoined}
            value={authority.hybridJoined}
            onChange={(_event, data) =>
              set({ registrationAuthority: { ...authority, hybridJoined: data.value === 'adfs' ? 'adfs' : 'none' } })
            }
          >
            <Radio value="adfs" label="AD FS" />
            <Radio value="none" label="None" />
          </RadioGroup>
        </Field>
        <Field label="For Entra joined devices">
          <RadioGroup
            layout="horizontal"
            disabled={!joinTypes.entraJoined}
            value={authority.entraJoined}
            onChange={(_event, data) =>
              set({
                registrationAuthority: { ...authority, entraJoined: data.value === 'ndes-scep' ? 'ndes-scep' : 'none' },
              })
            }
          >
            <Radio value="ndes-scep" label="NDES with SCEP from Intune" />
            <Radio value="none" label="None" />
          </RadioGroup>
        </Field>
      </Question>
    </>
  );
}

const policyChannels = { 'group-policy': 'Group policy', intune: 'Intune', both: 'Both' } as const satisfies Record<
  Scope['policyChannel'],
  string
>;
const mfaRoutes = {
  'entra-mfa': 'Entra multifactor authentication',
  'adfs-azure-mfa': 'Azure MFA adapter on AD FS',
  'adfs-third-party': 'Third-party adapter on AD FS',
  'federated-provider': 'At another federated provider',
} as const satisfies Record<Scope['mfaRoute'], string>;

const isKeyOf = <T extends object>(options: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(options, key);

function ServiceQuestions({ scope, set }: QuestionsProps) {
  return (
    <>
      <Question number={5} title="How do devices get their policy?" consequence={consequence.policyConsequence(scope)}>
        <RadioGroup
          aria-label="Policy channel"
          value={scope.policyChannel}
          onChange={(_event, { value }) => isKeyOf(policyChannels, value) && set({ policyChannel: value })}
        >
          {Object.entries(policyChannels).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Question>
      <Question
        number={6}
        title="Which second factor do users confirm with?"
        consequence={consequence.mfaConsequence(scope)}
      >
        <RadioGroup
          aria-label="Second factor"
          value={scope.mfaRoute}
          onChange={(_event, { value }) => isKeyOf(mfaRoutes, value) && set({ mfaRoute: value })}
        >
          {Object.entries(mfaRoutes).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Question>
      <Question
        number={7}
        title="Is remote desktop with Hello wanted?"
        consequence={consequence.remoteDesktopConsequence(scope)}
      >
        <Checkbox
          label="Remote desktop or virtual desktop sign-in with the Hello credential is wanted"
          checked={scope.remoteDesktop}
          onChange={(_event, data) => set({ remoteDesktop: data.checked === true })}
        />
      </Question>
    </>
  );
}
