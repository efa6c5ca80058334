import { Fragment } from 'react';

/** Sentences of checks and catalogue: `` `code` `` and `**stress**` become elements, everything else stays text. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(`[^`]+`|\*\*[^*]+\*\*)/u).map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rendered once
      <Fragment key={index}>{toElement(part)}</Fragment>
    ))}
  </>
);

function toElement(part: string) {
  if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return <code>{part.slice(1, -1)}</code>;
  if (part.length > 4 && part.startsWith('**') && part.endsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
  return part;
}
