/**
 * One line for people about what set-up does. It goes to standard error, so that commands whose standard
 * output is data (`npm run cli -- catalogue --json`) stay clean.
 */
export function report(line) {
  process.stderr.write(`[setup] ${line}\n`);
}
