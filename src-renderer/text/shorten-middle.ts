/** Keeps both ends of a long value (DN, thumbprint, hash, path): they are what tells two values apart. `length` counts the ellipsis. */
export function shortenMiddle(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const kept = Math.max(length - 1, 2);
  const head = Math.ceil(kept / 2);
  const tail = kept - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
