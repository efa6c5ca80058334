/**
 * What the person gave to the app. Packaged, that is everything after the executable; from a checkout it comes after Electron's own flags and the app
 * folder. Switches for Chromium (`--no-sandbox`, `--user-data-dir=…`) before a command are left out.
 */
export function appArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = isPackaged
    ? argv.slice(1)
    : argv.slice(argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-')) + 1);
  const first = given.findIndex((argument) => !argument.startsWith('--'));
  return first < 0 ? given : given.slice(first);
}
