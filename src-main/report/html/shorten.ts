/** The text, or its start up to a whole word and an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  const lastSpace = start.lastIndexOf(' ');
  return `${start.slice(0, lastSpace > limit * 0.6 ? lastSpace : limit).replace(/[\s,;:.]+$/u, '')} …`;
}

interface Verdict {
  readonly lead: string;
  readonly rest: string;
}

const longestLead = 260;

/** A summary as the sentence that leads and what follows it; the whole is the lead when it is short, nothing when no sentence ends early enough. */
export function splitLead(summary: string): Verdict | undefined {
  const end = /[.!?](?= +[\p{Lu}\d])/u.exec(summary);
  const lead = end === null ? summary : summary.slice(0, end.index + 1);
  return lead.length > longestLead ? undefined : { lead, rest: summary.slice(lead.length).trim() };
}
