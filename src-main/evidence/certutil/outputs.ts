import { type CertutilDump, certutilDump } from './dump-kind';

/** One command's output within a saved text. */
export interface CertutilOutput {
  /** Undefined for what is not read, such as `certutil -ping`. */
  readonly kind?: CertutilDump;
  readonly text: string;
  /** 1-based, within the file. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The command came to its end, which its last line tells in every language by its name; false when the file is cut off or certutil failed. */
  readonly isWhole: boolean;
}

const outputLimit = 1000;
const end =
  /^[ \t]{0,20}CertUtil: -[A-Za-z.]{1,40}\b[^\r\n]*(?:\r\n|\r|\n|$)(?:CertUtil: (?!-)[^\r\n]*(?:\r\n|\r|\n|$))?/gmu;

/**
 * Splits a text at the last lines of commands, `CertUtil: -store …`, and the reason that follows when one failed. People save the outputs of several commands
 * into one file.
 */
export function certutilOutputs(text: string): readonly CertutilOutput[] {
  const outputs: CertutilOutput[] = [];
  let [from, line] = [0, 1];
  const take = (to: number, isWhole: boolean): void => {
    const own = text.slice(from, to);
    const lines = own.match(/\r\n|\r|\n/gu)?.length ?? 0;
    if (own.trim() !== '') {
      const kind = certutilDump(own);
      outputs.push({
        ...(kind === undefined ? {} : { kind }),
        text: own,
        firstLine: line,
        lastLine: line + Math.max(0, lines - 1),
        isWhole,
      });
    }
    from = to;
    line += lines;
  };
  for (const match of text.matchAll(end)) {
    if (outputs.length === outputLimit) break;
    take(match.index + match[0].length, !/0x[0-9a-f]{8}/iu.test(match[0]));
  }
  take(text.length, false);
  const kind = outputs.every((output) => output.kind === undefined) ? certutilDump(text) : undefined;
  const lastLine = outputs.at(-1)?.lastLine ?? 1;
  return kind === undefined ? outputs : [{ kind, text, firstLine: 1, lastLine, isWhole: false }];
}
