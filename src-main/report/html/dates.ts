const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const instant = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** `22 November 2026`, where the report is made. */
export const calendarDate = (iso: string): string => day.format(new Date(iso));

/** `22 Nov 2026, 16:00 CET`: a report is read elsewhere too, so the time zone stands with it. */
export const dateAndTime = (iso: string): string => instant.format(new Date(iso));
