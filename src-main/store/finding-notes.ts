import { type FindingNote, type Picture, pictureSchema } from '../../src-shared/model/finding-note';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** The note and the pictures of a finding, oldest first. */
export function readNote(file: EngagementFile, checkId: string): FindingNote {
  const row = readFrom(file, (database) =>
    prepared<{ note: string }>(database, 'SELECT note FROM finding_notes WHERE check_id = ?').get(checkId),
  );
  return { checkId, note: row?.note ?? '', pictures: listPictures(file).filter((each) => each.checkId === checkId) };
}

/** Every finding with a note or a picture, by check. */
export function listNotes(file: EngagementFile): FindingNote[] {
  const checkIds = readFrom(file, (database) =>
    prepared<{ check_id: string }>(
      database,
      'SELECT check_id FROM finding_notes UNION SELECT check_id FROM finding_pictures ORDER BY check_id',
    ).all(),
  );
  return checkIds.map((row) => readNote(file, row.check_id));
}

/** An empty note is none. */
export function saveNote(file: EngagementFile, checkId: string, note: string): void {
  writeTo(file, (database) => {
    if (note === '') prepared(database, 'DELETE FROM finding_notes WHERE check_id = ?').run(checkId);
    else
      prepared(
        database,
        'INSERT INTO finding_notes (check_id, note) VALUES (?, ?) ON CONFLICT (check_id) DO UPDATE SET note = excluded.note',
      ).run(checkId, note);
  });
}

export const findPicture = (file: EngagementFile, id: string): Picture | undefined =>
  listPictures(file).find((picture) => picture.id === id);

/** Adds a picture, whose bytes are stored before, or changes what is said of it. */
export function savePicture(file: EngagementFile, picture: Picture): void {
  writeTo(file, (database) =>
    prepared(
      database,
      `INSERT INTO finding_pictures (id, check_id, picture) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET picture = excluded.picture`,
    ).run(picture.id, picture.checkId, JSON.stringify(picture)),
  );
}

/** Its bytes go with {@link dropUnusedRawInput}. */
export function removePicture(file: EngagementFile, id: string): void {
  writeTo(file, (database) => prepared(database, 'DELETE FROM finding_pictures WHERE id = ?').run(id));
}

const listPictures = (file: EngagementFile): Picture[] =>
  readFrom(file, (database) =>
    prepared<{ picture: string }>(
      database,
      "SELECT picture FROM finding_pictures ORDER BY json_extract(picture, '$.addedAt'), id",
    ).all(),
  ).map((row) => fromJson(file, pictureSchema, row.picture));
