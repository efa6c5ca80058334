import { deflateSync, inflateSync } from 'node:zlib';
import { pagesOf } from './pages';
import { isDictionary, isReference, type PdfFile } from './pdf-object';

/** Marks rules, backgrounds, and the lines at the top and bottom of each page as what a reader aloud passes over: Chromium marks only the text of the page. */
export function markArtifacts(file: PdfFile): void {
  for (const { page } of pagesOf(file)) {
    const reference = page.get('/Contents');
    const object = isReference(reference) ? file.objects.get(reference.object) : undefined;
    if (!isReference(reference) || object?.stream === undefined || !isDictionary(object.value)) continue;
    if (object.value.get('/Filter') !== '/FlateDecode') continue;
    const content = inflateSync(object.stream).toString('latin1');
    const stream = deflateSync(Buffer.from(withArtifacts(content), 'latin1'), { level: 9 });
    file.objects.set(reference.object, { value: object.value, stream });
  }
}

/**
 * Content with all of it marked: what stands outside of marked content becomes an artifact. Chromium writes one operator a line, and none of its marks inside of
 * a text object but those that spell a ligature.
 */
export function withArtifacts(content: string): string {
  const lines: string[] = [];
  let [depth, inArtifact] = [0, false];
  for (const line of content.split('\n')) {
    const opens = /\bB(?:DC|MC)$/u.test(line);
    const closes = line === 'EMC';
    if (!inArtifact && depth === 0 && !opens && line !== '') {
      lines.push('/Artifact BMC');
      inArtifact = true;
    }
    if (inArtifact && depth === 0 && opens && !line.startsWith('/Span')) {
      lines.push('EMC');
      inArtifact = false;
    }
    if (opens) depth += 1;
    if (closes) depth -= 1;
    lines.push(line);
  }
  return inArtifact ? `${lines.join('\n').trimEnd()}\nEMC\n` : lines.join('\n');
}
