import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular, ZoomIn16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Envelope } from '../../../src-shared/ipc/define';
import { alternativeText, type FindingNote, type Picture } from '../../../src-shared/model/finding-note';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { fileSize } from '../../text/quantity';
import { FailureNotice } from '../../ui/failure-notice';
import { KeptFileButtons } from '../../ui/kept-file-buttons';
import { PictureDialog } from '../../ui/picture-dialog';
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
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
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
  const [isLarge, setIsLarge] = useState(false);
  const save = (): void => {
    if (caption.trim() !== picture.caption) void onChange(bridge.notes.describePicture({ id, caption }));
  };
  const ending = picture.mediaType === 'image/png' ? 'png' : 'jpg';
  const alternative = alternativeText(picture);
  return (
    <li className={styles.root}>
      {failure === undefined ? null : <FailureNotice title="The picture could not be read" failure={failure} />}
      {value === undefined ? null : (
        <img
          src={value.address}
          alt={alternative}
          width={width}
          height={height}
          className={styles.picture}
          style={{ width: 'auto', height: 'auto' }}
        />
      )}
      <Field label="What the picture shows">
        <Input
          value={caption}
          maxLength={500}
          onChange={(_event, data) => setCaption(data.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      </Field>
      <div className={styles.row}>
        <Button
          size="small"
          icon={<ZoomIn16Regular />}
          disabledFocusable={value === undefined}
          onClick={() => setIsLarge(value !== undefined)}
        >
          Look at it
        </Button>
        <KeptFileButtons sha256={picture.sha256} name={`${picture.checkId} ${caption.slice(0, 100)}.${ending}`} />
        <Button
          size="small"
          icon={<Delete16Regular />}
          onClick={() => void onChange(bridge.notes.removePicture({ id }))}
        >
          Remove the picture
        </Button>
      </div>
      <Text size={200} className={styles.quiet}>
        {width} × {height} pixels, {fileSize(size)}, added <TimeAgo at={addedAt} />
      </Text>
      {value === undefined || !isLarge ? null : (
        <PictureDialog
          title={caption === '' ? `Picture on ${picture.checkId}` : caption}
          alternative={alternative}
          picture={{ address: value.address, width, height }}
          onClose={() => setIsLarge(false)}
        />
      )}
    </li>
  );
}
