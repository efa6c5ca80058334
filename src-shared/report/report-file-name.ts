import { assertNever } from '../model/assert-never';

const parts = ['customer', 'date', 'profile', 'classification'] as const;
type Part = (typeof parts)[number];

const placeholder = /\{([^{}]*)\}/gu;
/** Not allowed in names on Windows, or led astray by: separators, wildcards, control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

/** What is wrong with a pattern, as a sentence without its subject; nothing when it can be used. */
export function fileNameProblem(pattern: string): string | undefined {
  const unknown = [...pattern.matchAll(placeholder)].find(([, name]) => !parts.some((part) => part === name));
  if (unknown !== undefined) return `knows ${parts.map((part) => `{${part}}`).join(', ')}, but not ${unknown[0]}`;
  return pattern.replace(placeholder, '').search(forbidden) === -1
    ? undefined
    : 'must not hold any of < > : " / \\ | ? *';
}

interface Named {
  readonly customer: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly profile: string;
  readonly classification: string;
}

/** A file name of the pattern, without ending; characters that no file name may hold become spaces. Empty when nothing is left. */
export function reportFileName(pattern: string, named: Named): string {
  return pattern
    .replace(placeholder, (whole, name: string) => {
      const part = parts.find((known) => known === name);
      return part === undefined ? whole : partText(part, named);
    })
    .replace(forbidden, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 150)
    .replace(/^[. ]+|[. ]+$/gu, '');
}

function partText(part: Part, { customer, createdAt, profile, classification }: Named): string {
  switch (part) {
    case 'customer':
      return customer;
    case 'date':
      return createdAt.slice(0, 10);
    case 'profile':
      return profile;
    case 'classification':
      return classification;
    default:
      return assertNever(part);
  }
}
