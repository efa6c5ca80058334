import { expect, test } from 'vitest';
import { parseHosts } from '../../../src-renderer/features/setup/sources/parse-hosts';

test('names are taken however they are separated, each once', () => {
  expect(parseHosts(' fs01\r\nFS02, fs03;FS01\tca1.contoso.com ')).toEqual(['fs01', 'FS02', 'fs03', 'ca1.contoso.com']);
  expect(parseHosts(' \n ')).toEqual([]);
  expect(parseHosts('x'.repeat(300))).toEqual([]);
});
