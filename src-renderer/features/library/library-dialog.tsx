import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { DeleteDialog } from '../custody/delete-dialog';
import { RecoverDialog } from '../custody/recover-dialog';
import { ForgetDialog } from './forget-dialog';
import { PassphraseDialog } from './passphrase-dialog';

/** What is being asked about an entry of the library, or a file from elsewhere. */
export type Asked =
  | { readonly what: 'open'; readonly path: string; readonly name: string }
  | { readonly what: 'forget' | 'delete' | 'recover'; readonly entry: LibraryEntry };

interface LibraryDialogProps {
  readonly asked: Asked;
  /** The list has to be read again. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function LibraryDialog({ asked, onChanged, onClose }: LibraryDialogProps) {
  switch (asked.what) {
    case 'open':
      return (
        <PassphraseDialog
          path={asked.path}
          name={asked.name}
          onClose={() => {
            onClose();
            onChanged(); // a file that did not open is marked in the list
          }}
        />
      );
    case 'forget':
      return <ForgetDialog entry={asked.entry} onDone={onChanged} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog entry={asked.entry} onDone={onChanged} onClose={onClose} />;
    case 'recover':
      return <RecoverDialog entry={asked.entry} onDone={onChanged} onClose={onClose} />;
  }
}
