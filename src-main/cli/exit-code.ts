/** Exit codes of the command line; part of its published behaviour. */
export const exitCode = {
  done: 0,
  internalError: 1,
  badUsage: 2,
  nothingCollected: 3,
  cancelled: 4,
  failOnMet: 10,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
