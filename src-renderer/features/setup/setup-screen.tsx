import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactElement, useEffect } from 'react';
import type { EngagementDraft } from '../../../src-shared/model/engagement';
import { useEngagement } from '../../shell/engagement-store';
import type { SetupStep } from '../../shell/navigation-store';
import { Page } from '../../ui/page';
import { ConsentStep } from './consent/consent-step';
import { CustomerStep } from './customer/customer-step';
import { NewEngagement } from './customer/new-engagement';
import { ScopeStep } from './scope/scope-step';
import { SourcesStep } from './sources/sources-step';
import { StepFields } from './step-fields';
import { StepFooter } from './step-footer';
import { StepList } from './step-list';
import { TargetsStep } from './targets/targets-step';

/** What every step gets: the draft and a way to change it (stored shortly after). */
export interface StepProps {
  readonly draft: EngagementDraft;
  readonly change: (edit: (draft: EngagementDraft) => EngagementDraft) => void;
}

interface StepView {
  readonly title: string;
  readonly intro: string;
  readonly Body: (props: StepProps) => ReactElement;
  /** Its fields and the action in its footer are one form. */
  readonly bringsFooter?: true;
}

const views: Readonly<Record<SetupStep, StepView>> = {
  customer: { title: 'Customer', intro: 'Who this assessment is for; printed on every report.', Body: CustomerStep },
  scope: {
    title: 'Scope',
    intro: 'Seven questions. The answers decide which checks apply; each can be changed later and judged again.',
    Body: ScopeStep,
  },
  targets: {
    title: 'Targets',
    intro: 'The systems to read from. Nothing but DNS and the tests you start is contacted before the run.',
    Body: TargetsStep,
  },
  sources: {
    title: 'Sources',
    intro:
      'How each system is known: read live, from files, or by interview. Files and folders can be dropped anywhere at any time.',
    Body: SourcesStep,
  },
  consent: {
    title: 'Consent',
    intro: 'Everything that will be contacted, and what will be sent there. Every access is read-only.',
    Body: ConsentStep,
    bringsFooter: true,
  },
};

/** One page a step; every step can be left and come back to. */
export function SetupScreen({ step }: { readonly step: SetupStep }) {
  const { engagement, draft, change } = useEngagement();
  const isFinished = draft?.wizardStep === 'finished';
  useEffect(() => {
    if (!isFinished) change((current) => (current.wizardStep === step ? current : { ...current, wizardStep: step }));
  }, [step, isFinished, change]);

  if (engagement === null || draft === null) {
    return (
      <Page title="New engagement" name="customer" ready intro="Who is it for, and which passphrase protects the file?">
        <StepList current="customer" isNew />
        <NewEngagement />
      </Page>
    );
  }
  const { title, intro, Body, bringsFooter } = views[step];
  return (
    <Page key={step} title={title} name={step} ready intro={intro}>
      <StepList current={step} isNew={false} />
      {engagement.readOnly ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Read-only</MessageBarTitle>
            {engagement.readOnlyReason ?? 'Another window holds this file.'} Everything can be looked at; nothing can be
            changed here.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {bringsFooter === true ? (
        <Body draft={draft} change={change} />
      ) : (
        <>
          <StepFields title={title}>
            <Body draft={draft} change={change} />
          </StepFields>
          <StepFooter step={step} />
        </>
      )}
    </Page>
  );
}
