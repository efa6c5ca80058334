import { Button, Field, Input, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type Decision,
  decisionSchema,
  decisions,
  decisionTitles,
  type Review,
} from '../../../src-shared/model/review';
import type { Failure } from '../../api/answer';
import { useEngagement } from '../../shell/engagement-store';
import { localDay } from '../../text/time';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';
import { showProblem } from '../setup/targets/field-checks';
import { useReviews } from './reviews-store';

/** What is decided on: a finding, or one of its objects. */
export interface ReviewSubject {
  readonly checkId: string;
  readonly object?: { readonly id: string; readonly name: string } | undefined;
  readonly known?: Review | undefined;
}

const meanings: Readonly<Record<Decision, string>> = {
  'accepted-risk': 'It is so, and somebody answers for leaving it so.',
  planned: 'It will be mended by the day given.',
  'false-positive': 'It is not so here, for the reason given.',
  'not-in-scope': 'It does not concern this deployment.',
};

/** Lays a decision over a result, which itself stays as it was found. */
export function ReviewDialog({
  subject: { checkId, object, known },
  onClose,
}: {
  readonly subject: ReviewSubject;
  readonly onClose: () => void;
}) {
  const save = useReviews((state) => state.save);
  const consultant = useEngagement((state) => state.draft?.details.consultant ?? '');
  const [decision, setDecision] = useState<Decision>(known?.decision ?? 'accepted-risk');
  const [reason, setReason] = useState(known?.reason ?? '');
  const [author, setAuthor] = useState(known?.author ?? consultant);
  const [until, setUntil] = useState(known?.until ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problems = {
    reason: reason.trim() === '' ? 'Give the reason; it is printed in the report.' : undefined,
    author: author.trim() === '' ? 'Name who decided.' : undefined,
    until: until !== '' && until < localDay(new Date()) ? 'This day is over.' : undefined,
  };
  const shown = (problem: string | undefined) => showProblem(isAsked ? problem : undefined);
  const submit = async (): Promise<void> => {
    setIsAsked(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    const about = object === undefined ? { checkId } : { checkId, objectId: object.id };
    const wrong = await save([{ ...about, decision, reason, author, ...(until === '' ? {} : { until }) }]);
    setFailure(wrong);
    if (wrong === undefined) onClose();
  };
  return (
    <AppDialog
      title={known === undefined ? 'Decide' : 'Change the decision'}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button appearance="primary" type="submit">
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Text>
        {object === undefined ? checkId : <Untrusted>{`${checkId}: ${object.name}`}</Untrusted>} – the result stays as
        it was found; the decision is shown beside it and in the report.
      </Text>
      <Field label="Decision" required>
        <RadioGroup value={decision} onChange={(_event, data) => setDecision(decisionSchema.parse(data.value))}>
          {decisions.map((each) => (
            <Radio key={each} value={each} label={`${decisionTitles[each]} – ${meanings[each]}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Reason" required {...shown(problems.reason)}>
        <Textarea
          value={reason}
          maxLength={4000}
          resize="vertical"
          onChange={(_event, data) => setReason(data.value)}
        />
      </Field>
      <Field label="Decided by" required {...shown(problems.author)}>
        <Input value={author} maxLength={200} onChange={(_event, data) => setAuthor(data.value)} />
      </Field>
      <Field label="Holds until" hint="Without a day it holds until the finding changes." {...shown(problems.until)}>
        <Input type="date" value={until} min={localDay(new Date())} onChange={(_event, data) => setUntil(data.value)} />
      </Field>
      {failure === undefined ? null : <FailureNotice title="The decision was not saved" failure={failure} />}
    </AppDialog>
  );
}
