/** As many as the number of the last page of any report may have. */
const digits = [0, 1, 2, 3] as const;

/** What is printed where the number of a page goes until that is known: all ten digits turn up within three such rooms, so that the font in the file has them. */
export const reservedDigits = (room: number): string =>
  digits.map((digit) => (digits.length * room + digit) % 10).join('');
