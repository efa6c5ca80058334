import { Button, Field, Input, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChosenObjects } from '../../../src-shared/ipc/reviews';
import {
  type Decision,
  decisionSchema,
  decisions,
  decisionTitles,
  type Review,
  untilProblem,
} from '../../../src-shared/model/review';
import type { Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { quantity } from '../../text/quantity';
import { localDay } from '../../text/time';
import { AppDialog } from '../../ui/app-dialog';
import { AttachmentField, type ChosenAttachment } from '../../ui/attachment-field';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';
import { showProblem } from '../setup/targets/field-checks';
import { useReviews } from './reviews-store';
import { useAuthor } from './use-author';

/** What is decided on: a finding, one of its objects, or many of them. */
export interface ReviewSubject {
  readonly checkId: string;
  readonly object?: { readonly id: string; readonly name: string } | undefined;
  /** Many objects of the finding at once. */
  readonly many?: { readonly count: number; readonly objects: ChosenObjects } | undefined;
  readonly known?: Review | undefined;
}

const meanings: Readonly<Record<Decision, string>> = {
  'accepted-risk': 'It is so, and somebody answers for leaving it so.',
  planned: 'It will be mended by the day given.',
  'false-positive': 'It is not so here, for the reason given.',
  'not-in-scope': 'It does not concern this deployment.',
};

interface ReviewDialogProps {
  /** One, or several that get the same decision. */
  readonly subjects: readonly ReviewSubject[];
  /** Before it closes, when the decision was stored. */
  readonly onSaved?: () => void;
  readonly onClose: () => void;
}

/** Lays a decision over results, which themselves stay as they were found. */
export function ReviewDialog({ subjects, onSaved, onClose }: ReviewDialogProps) {
  const { save, saveForObjects } = useReviews();
  const consultant = useAuthor();
  const known = subjects.length === 1 ? subjects[0]?.known : undefined;
  const [decision, setDecision] = useState<Decision>(known?.decision ?? 'accepted-risk');
  const [reason, setReason] = useState(known?.reason ?? '');
  const [author, setAuthor] = useState(known?.author ?? consultant);
  const [until, setUntil] = useState(known?.until ?? '');
  const [attachment, setAttachment] = useState<ChosenAttachment>(
    known?.attachment === undefined ? { is: 'none' } : { is: 'kept', name: known.attachment.name },
  );
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problems = {
    reason: reason.trim() === '' ? 'Give the reason; it is printed in the report.' : undefined,
    author: author.trim() === '' ? 'Name who decided.' : undefined,
    until: until === '' ? untilProblem({ decision }) : until < localDay(new Date()) ? 'This day is over.' : undefined,
  };
  const shown = (problem: string | undefined) => showProblem(isAsked ? problem : undefined);
  const submit = async (): Promise<void> => {
    setIsAsked(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    const path = attachment.is === 'chosen' ? { attachment: attachment.path } : {};
    const decided = { decision, reason, author, ...(until === '' ? {} : { until }), ...path };
    const [first] = subjects;
    const wrong =
      first?.many === undefined
        ? await save(
            subjects.map((subject) => ({ ...keyOf(subject), ...decided })),
            attachment.is === 'kept',
          )
        : await saveForObjects({ checkId: first.checkId, ...decided }, first.many.objects);
    setFailure(wrong);
    if (wrong !== undefined) return;
    onSaved?.();
    onClose();
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
        <Untrusted>{subjectWords(subjects)}</Untrusted> –{' '}
        {subjects.length === 1 && subjects[0]?.many === undefined
          ? 'the result stays as it was found; the decision is shown beside it and in the report.'
          : 'the results stay as they were found; the decision is shown beside each and in the report.'}
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
      <Field
        label={decision === 'planned' ? 'Planned until' : 'Holds until'}
        {...(decision === 'planned'
          ? { required: true, hint: 'The day by which it is to be mended.' }
          : { hint: 'Without a day it holds until the finding changes.' })}
        {...shown(problems.until)}
      >
        <Input type="date" value={until} min={localDay(new Date())} onChange={(_event, data) => setUntil(data.value)} />
      </Field>
      <AttachmentField value={attachment} choose={() => bridge.reviews.chooseAttachment({})} onChange={setAttachment} />
      {failure === undefined ? null : <FailureNotice title="The decision was not saved" failure={failure} />}
    </AppDialog>
  );
}

const keyOf = ({ checkId, object, known }: ReviewSubject) => ({
  checkId,
  ...(object && { objectId: object.id }),
  ...(known?.set && { set: known.set.number }),
});

/** `PKI-010`, `PKI-010: DC1`, `PKI-010: 2,000 objects`, `14 findings: PKI-010, …`. */
function subjectWords(subjects: readonly ReviewSubject[]): string {
  const [first] = subjects;
  if (first === undefined) return '';
  const { checkId, object, many, known } = first;
  const count = many?.count ?? known?.set?.count;
  if (count !== undefined) return `${checkId}: ${quantity(count, 'object')}`;
  if (subjects.length === 1) return object === undefined ? checkId : `${checkId}: ${object.name}`;
  const named = subjects.slice(0, 6).map((subject) => subject.checkId);
  return `${quantity(subjects.length, 'finding')}: ${named.join(', ')}${subjects.length > named.length ? ' …' : ''}`;
}
