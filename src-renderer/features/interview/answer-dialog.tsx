import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import { answerProblem, dateProblem } from '../../../src-shared/interview/answer-problem';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { instantOf } from '../../../src-shared/model/assess-instant';
import type { Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';
import { localDay } from '../../text/time';
import { AppDialog } from '../../ui/app-dialog';
import { AttachmentField, type ChosenAttachment } from '../../ui/attachment-field';
import { FailureNotice } from '../../ui/failure-notice';
import { showProblem } from '../setup/targets/field-checks';
import { AnswerField } from './answer-field';
import { useInterview } from './interview-store';

interface AnswerDialogProps {
  readonly question: InterviewQuestion;
  readonly known: KeptAnswer | undefined;
  readonly onClose: () => void;
}

/** The consultant notes what was said herself, on the day that is judged at (today, where the engagement names none), until she names somebody else. */
function useSaid(known: KeptAnswer | undefined, judgedAt: Date) {
  const consultant = useEngagement((state) => state.draft?.details.consultant ?? '');
  const [answer, setAnswer] = useState(known?.answer ?? '');
  const [saidBy, setSaidBy] = useState(known?.saidBy ?? consultant);
  const [saidOn, setSaidOn] = useState(known?.saidOn ?? localDay(judgedAt));
  const [note, setNote] = useState(known?.note ?? '');
  return { answer, setAnswer, saidBy, setSaidBy, saidOn, setSaidOn, note, setNote };
}

function problemsOf(
  question: InterviewQuestion,
  said: Pick<KeptAnswer, 'answer' | 'saidBy' | 'saidOn'>,
  judgedAt: Date,
) {
  return {
    answer: said.answer === '' ? 'Give an answer, or cancel.' : answerProblem(question.id, said.answer),
    saidBy: said.saidBy.trim() === '' ? 'Name who said it.' : undefined,
    saidOn: said.saidOn === '' ? 'Give the day on which it was said.' : dateProblem(said.saidOn, judgedAt),
  };
}

/** Notes an answer with who said it, when, and what for a proof. Nothing is stored before Save. */
export function AnswerDialog({ question, known, onClose }: AnswerDialogProps) {
  const save = useInterview((state) => state.save);
  const assessAt = useEngagement((state) => state.draft?.assessAt);
  const judgedAt = instantOf({ assessAt });
  const { answer, setAnswer, saidBy, setSaidBy, saidOn, setSaidOn, note, setNote } = useSaid(known, judgedAt);
  const [attachment, setAttachment] = useState<ChosenAttachment>(
    known?.attachment === undefined ? { is: 'none' } : { is: 'kept', name: known.attachment.name },
  );
  const [isAsked, setIsAsked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problems = problemsOf(question, { answer, saidBy, saidOn }, judgedAt);
  const shown = (problem: string | undefined): string | undefined => (isAsked ? problem : undefined);

  const submit = async (): Promise<void> => {
    setIsAsked(true);
    if (isSaving || Object.values(problems).some((problem) => problem !== undefined)) return;
    setIsSaving(true);
    const given = { question: question.id, answer, saidBy, saidOn, ...(note.trim() === '' ? {} : { note }) };
    const path = attachment.is === 'chosen' ? { attachment: attachment.path } : {};
    const wrong = await save({ ...given, ...path }, attachment.is === 'kept');
    setIsSaving(false);
    setFailure(wrong);
    if (wrong === undefined) onClose();
  };
  return (
    <AppDialog
      title={known === undefined ? 'Answer the question' : 'Change the answer'}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={isSaving}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Text>{question.why}</Text>
      <AnswerField question={question} value={answer} problem={shown(problems.answer)} onChange={setAnswer} />
      <Field
        label="Said by"
        required
        hint={`Usually known by: ${question.askWhom}`}
        {...showProblem(shown(problems.saidBy))}
      >
        <Input value={saidBy} maxLength={200} onChange={(_event, data) => setSaidBy(data.value)} />
      </Field>
      <Field label="Said on" required {...showProblem(shown(problems.saidOn))}>
        <Input type="date" value={saidOn} max={localDay(judgedAt)} onChange={(_event, data) => setSaidOn(data.value)} />
      </Field>
      <Field label="Note">
        <Textarea value={note} maxLength={2000} resize="vertical" onChange={(_event, data) => setNote(data.value)} />
      </Field>
      <AttachmentField
        value={attachment}
        choose={() => bridge.interview.chooseAttachment({})}
        onChange={setAttachment}
      />
      {failure === undefined ? null : <FailureNotice title="The answer was not saved" failure={failure} />}
    </AppDialog>
  );
}
