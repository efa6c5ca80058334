import { AppError } from '../../../src-shared/model/error';
import type { Desktop } from '../desktop';

/** Files a person chose in the system's dialog: the page cannot have any other read. */
export interface ChosenAttachments {
  /** Asks for a file; null when cancelled. */
  readonly choose: () => Promise<string | null>;
  /** Throws an {@link AppError} `attachment-not-chosen` for a path that was not chosen. */
  readonly refuseOthers: (path: string | undefined) => void;
}

export function chosenAttachments(desktop: Pick<Desktop, 'chooseAttachment'>): ChosenAttachments {
  const chosen = new Set<string>();
  return {
    choose: async () => {
      const path = await desktop.chooseAttachment();
      if (path !== undefined) chosen.add(path);
      return path ?? null;
    },
    refuseOthers: (path) => {
      if (path !== undefined && !chosen.has(path)) throw notChosen();
    },
  };
}

const notChosen = (): AppError =>
  new AppError(
    'attachment-not-chosen',
    'The attachment was not chosen in the system’s dialog; nothing was changed.',
    'Choose the file again.',
  );
