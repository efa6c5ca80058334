const seconds: Readonly<Record<string, number>> = {
  year: 31_536_000,
  month: 2_592_000,
  week: 604_800,
  day: 86_400,
  hour: 3600,
};

/**
 * Seconds of a period as SharpHound and Certipy print `pKIExpirationPeriod`: one number and the largest unit that divides it, `1 year`, `6 weeks` (a year has
 * 365 days, a month 30). Undefined for anything else.
 */
export function periodInWords(text: string | undefined): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6}) (year|month|week|day|hour)s?$/u.exec(text?.trim() ?? '') ?? [];
  const length = seconds[unit];
  return count === undefined || length === undefined ? undefined : Number(count) * length;
}
