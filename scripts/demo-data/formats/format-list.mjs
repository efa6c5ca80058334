const width = 120;

const shown = (value) => {
  if (Array.isArray(value))
    return `{${value.map((item) => (typeof item === 'object' ? item.NodeName : item)).join(', ')}}`;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
};

/** Long values go on below the value column and break at blanks, as the console does it. */
function wrapped(text, column) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== '' && last.length + 1 + word.length > width - column) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\r\n${' '.repeat(column)}`);
}

function objectText(object) {
  const names = Object.keys(object);
  const column = Math.max(...names.map(({ length }) => length)) + 3;
  return names
    .map((name) => `${name.padEnd(column - 3)} : ${wrapped(shown(object[name]), column)}`.trimEnd())
    .join('\r\n');
}

/** Text of `Format-List` as `Out-File` of Windows PowerShell saves it: UTF-16 with a mark, objects apart by blank lines. */
export const formatListFile = (objects) =>
  Buffer.from(`\ufeff\r\n\r\n${[objects].flat().map(objectText).join('\r\n\r\n')}\r\n\r\n\r\n`, 'utf16le');
