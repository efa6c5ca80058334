import type Database from 'better-sqlite3';
import { type KeptAnswer, keptAnswerSchema } from '../../src-shared/interview/answer';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** Every answer given, by question. */
export function readAnswers(file: EngagementFile): KeptAnswer[] {
  return readFrom(file, (database) =>
    prepared<{ answer: string }>(database, 'SELECT answer FROM interview_answers ORDER BY question').all(),
  ).map((row) => fromJson(file, keptAnswerSchema, row.answer));
}

/** Takes the place of what was answered before; a file attached is stored before. */
export function saveAnswer(file: EngagementFile, answer: KeptAnswer): void {
  writeTo(file, (database) => putAnswer(database, answer));
}

export function removeAnswer(file: EngagementFile, question: string): void {
  writeTo(file, (database) => prepared(database, 'DELETE FROM interview_answers WHERE question = ?').run(question));
}

/** Leaves exactly these answers. */
export function replaceAnswers(file: EngagementFile, answers: readonly KeptAnswer[]): void {
  writeTo(file, (database) => {
    prepared(database, 'DELETE FROM interview_answers').run();
    for (const answer of answers) putAnswer(database, answer);
  });
}

function putAnswer(database: Database.Database, answer: KeptAnswer): void {
  prepared(
    database,
    `INSERT INTO interview_answers (question, answer, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, saved_at = excluded.saved_at`,
  ).run(answer.question, JSON.stringify(answer), new Date().toISOString());
}
