import type { z } from 'zod';
import { AppError } from '../../src-shared/model/error';

/** Characters of JSON that one request may have, unless its definition says otherwise. */
export const inputLimit = 1_000_000;

/**
 * Checks what the page sent against size and schema.
 * @throws AppError `input-too-large` or `invalid-input`; neither repeats values, which may be secrets
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
  place: string,
  limit = inputLimit,
): z.output<S> {
  if (sizeOf(input, place) > limit) {
    throw new AppError(
      'input-too-large',
      `This is more than the app takes in one go (${place}).`,
      'Do it in smaller portions; for many files choose their folder.',
    );
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'input'}: ${issue.code}`);
  throw invalid(`${place}; ${where.slice(0, 5).join(', ')}`);
}

function sizeOf(input: unknown, place: string): number {
  try {
    return JSON.stringify(input)?.length ?? 0;
  } catch {
    throw invalid(`${place}; not plain data`); // cycles, BigInt
  }
}

const invalid = (detail: string): AppError =>
  new AppError(
    'invalid-input',
    `A value cannot be used as it is (${detail.slice(0, 1000)}).`,
    'Correct it and try again. If nothing can be corrected here, it is an error in the app.',
  );
