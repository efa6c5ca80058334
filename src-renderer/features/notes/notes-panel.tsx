import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ClipboardEvent, useState } from 'react';
import { noteLimit, pictureLimit } from '../../../src-shared/model/finding-note';
import { bridge } from '../../api/bridge';
import { announce } from '../../shell/announcer';
import { FailureNotice } from '../../ui/failure-notice';
import { base64Of, pictureOf } from './picture-file';
import { PictureView } from './picture-view';
import { useNote } from './use-note';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '14px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the consultant notes about a finding, with pictures pasted from the clipboard. */
export function NotesPanel({ checkId }: { readonly checkId: string }) {
  const styles = useStyles();
  const { found, text, type, flush, isSaved, failure, take } = useNote(checkId);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const paste = async (event: ClipboardEvent): Promise<void> => {
    const file = pictureOf(event.clipboardData);
    if (file === undefined) return;
    event.preventDefault();
    setIsTooLarge(file.size > pictureLimit);
    if (file.size > pictureLimit) return;
    const added = await take(bridge.notes.addPicture({ checkId, base64: await base64Of(file) }));
    if (added !== undefined) announce('The picture was added.');
  };
  const pictures = found?.pictures ?? [];
  return (
    <div className={styles.root} onPaste={(event) => void paste(event)}>
      <Field
        label="Note"
        hint="Kept in the engagement and printed in the report on request. Ctrl+V adds a picture from the clipboard."
        {...(isTooLarge
          ? { validationState: 'error', validationMessage: 'The picture is larger than 5 MiB; it was not added.' }
          : {})}
      >
        <Textarea
          value={text}
          rows={3}
          maxLength={noteLimit}
          resize="vertical"
          disabled={found === undefined && failure === undefined}
          onChange={(_event, data) => type(data.value)}
          onBlur={() => void flush()}
        />
      </Field>
      <Text size={200} className={styles.quiet} role="status">
        {text === '' && isSaved ? '' : isSaved ? 'Note saved' : 'Saving the note…'}
      </Text>
      {failure === undefined ? null : <FailureNotice title="The note was not changed" failure={failure} />}
      {pictures.length === 0 ? null : (
        <ul className={styles.list} aria-label="Pictures">
          {pictures.map((picture) => (
            <PictureView key={picture.id} picture={picture} onChange={take} />
          ))}
        </ul>
      )}
    </div>
  );
}
