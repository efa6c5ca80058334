import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../src-shared/model/error';
import { embedPicture, largestPicture } from '../../src-shared/report/picture';
import { type ReportBranding, reportBrandingSchema } from '../../src-shared/report/report-branding';

/** Bytes: a logo of the largest size in base64, and the texts. */
const largestFile = 2_000_000;

const withLogo = z.object({ logo: z.string() });

/**
 * A report profile from a JSON file; its logo may be a path beside it instead of a `data:` URL.
 * @throws AppError `bad-report-profile`, which names what is wrong; `bad-logo`
 */
export async function readBranding(path: string): Promise<ReportBranding> {
  const content = parsed(String(await bytesOf(path, largestFile, 'bad-report-profile')), path);
  const { data } = withLogo.safeParse(content);
  const whole =
    data === undefined || data.logo.startsWith('data:')
      ? content
      : { ...Object(content), logo: await readLogo(resolve(dirname(path), data.logo)) };
  const result = reportBrandingSchema.safeParse(whole);
  if (result.success) return result.data;
  throw badProfile(`The report profile ${path} is not valid: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
}

/**
 * A logo as `data:` URL, told by its content.
 * @throws AppError `bad-logo`
 */
export async function readLogo(path: string): Promise<string> {
  const url = embedPicture(await bytesOf(path, largestPicture, 'bad-logo'));
  if (url !== undefined) return url;
  throw new AppError(
    'bad-logo',
    `${path} is not a PNG or JPEG picture that a report can hold; nothing was changed.`,
    'Choose a PNG or JPEG of at most 1 MiB and 8192 pixels a side.',
  );
}

async function bytesOf(path: string, largest: number, code: string): Promise<Buffer> {
  const { size } = await stat(path).catch(() => ({ size: -1 }));
  if (size > largest)
    throw new AppError(code, `${path} is larger than ${largest} bytes; it was not read.`, 'Choose a smaller file.');
  return await readFile(path).catch(() => {
    throw new AppError(code, `${path} cannot be read.`, 'Check the path and that the file may be read.');
  });
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw badProfile(
      `The report profile ${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const badProfile = (message: string): AppError =>
  new AppError('bad-report-profile', message, 'Correct the file and run the command again.');
