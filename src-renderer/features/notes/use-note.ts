import { useCallback, useEffect, useRef, useState } from 'react';
import type { Envelope } from '../../../src-shared/ipc/define';
import type { FindingNote } from '../../../src-shared/model/finding-note';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';

/** Milliseconds after the last key press until a note is stored. */
const pause = 600;

/** The note and the pictures of one finding; text is stored when typing pauses, and at the latest when the finding is left. */
export function useNote(checkId: string) {
  const [found, setFound] = useState<FindingNote>();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [isSaved, setIsSaved] = useState(true);
  const unsaved = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const take = useCallback(async (request: Promise<Envelope<FindingNote>>): Promise<FindingNote | undefined> => {
    const answer = await answerOf(request);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return undefined;
    setFound(answer.value);
    return answer.value;
  }, []);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const note = unsaved.current;
    if (note === undefined) return;
    unsaved.current = undefined;
    const stored = await take(bridge.notes.save({ checkId, note }));
    if (stored === undefined) unsaved.current ??= note;
    else setIsSaved(unsaved.current === undefined);
  }, [checkId, take]);

  useEffect(() => {
    void take(bridge.notes.read({ checkId })).then((read) => setText(read?.note ?? ''));
    return () => void flush();
  }, [checkId, take, flush]);

  const type = (note: string): void => {
    setText(note);
    setIsSaved(false);
    unsaved.current = note;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  };
  return { found, text, type, flush, isSaved, failure, take };
}
