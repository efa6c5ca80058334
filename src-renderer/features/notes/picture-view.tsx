import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular, Save16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Envelope } from '../../../src-shared/ipc/define';
import { alternativeText, type FindingNote, type Picture } from '../../../src-shared/model/finding-note';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { fileSize } from '../../text/quantity';
import { FailureNotice } from '../../ui/failure-notice';
import { TimeAgo } from '../../ui/time-ago';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  picture: {
    maxWidth: '100%',
    maxHeight: '420px',
    objectFit: 'contain',
    objectPosition: 'left top',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', gap: '8px', alignItems: 'end', flexWrap: 'wrap' },
  caption: { flex: '1 1 240px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface PictureViewProps {
  readonly picture: Picture;
  readonly onChange: (request: Promise<Envelope<FindingNote>>) => Promise<unknown>;
}

/** A picture with what is to be seen on it, which the report prints below and screen readers say. */
export function PictureView({ picture, onChange }: PictureViewProps) {
  const styles = useStyles();
  const { id, width, height, size, addedAt } = picture;
  const { value, failure } = useLoad(id, () => bridge.notes.showPicture({ id }));
  const [caption, setCaption] = useState(picture.caption);
  const [unsaved, setUnsaved] = useState<Failure>();
  const save = (): void => {
    if (caption.trim() !== picture.caption) void onChange(bridge.notes.describePicture({ id, caption }));
  };
  const keep = async (): Promise<void> => {
    const ending = picture.mediaType === 'image/png' ? 'png' : 'jpg';
    const answer = await answerOf(
      bridge.attachments.save({
        sha256: picture.sha256,
        name: `${picture.checkId} ${caption.slice(0, 100)}.${ending}`,
      }),
    );
    setUnsaved(answer.ok ? undefined : answer.error);
  };
  return (
    <li className={styles.root}>
      {failure === undefined ? null : <FailureNotice title="The picture could not be read" failure={failure} />}
      {value === undefined ? null : (
        <img
          src={value.address}
          alt={alternativeText(picture)}
          width={width}
          height={height}
          className={styles.picture}
          style={{ width: 'auto', height: 'auto' }}
        />
      )}
      {unsaved === undefined ? null : <FailureNotice title="The picture was not saved" failure={unsaved} />}
      <div className={styles.row}>
        <Field label="What the picture shows" className={styles.caption}>
          <Input
            value={caption}
            maxLength={500}
            onChange={(_event, data) => setCaption(data.value)}
            onBlur={save}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        </Field>
        <Button icon={<Save16Regular />} onClick={() => void keep()}>
          Save as…
        </Button>
        <Button icon={<Delete16Regular />} onClick={() => void onChange(bridge.notes.removePicture({ id }))}>
          Remove the picture
        </Button>
      </div>
      <Text size={200} className={styles.quiet}>
        {width} × {height} pixels, {fileSize(size)}, added <TimeAgo at={addedAt} />
      </Text>
    </li>
  );
}
