const forbidden = [
  /^--?inspect(?:-|=|$)/iu,
  /^--?remote-debugging-/iu,
  /^--?load-extension(?:=|$)/iu,
  /^--?js-flags(?:=|$)/iu,
  /^--?disable-web-security$/iu,
];

/** The first switch on a command line that would open the app to others; a packaged app ends when there is one. */
export const forbiddenFlag = (argv: readonly string[]): string | undefined =>
  argv.find((argument) => forbidden.some((pattern) => pattern.test(argument)));
