import { pageContent, setPageContent } from './page-content';
import { pagesOf } from './pages';
import type { PdfFile } from './pdf-object';

/** Marks rules, backgrounds, and the lines at the top and bottom of each page as what a reader aloud passes over: Chromium marks only the text of the page. */
export async function markArtifacts(file: PdfFile): Promise<void> {
  const packing: Promise<void>[] = [];
  for (const { page } of pagesOf(file)) {
    const content = pageContent(file, page);
    if (content !== undefined) packing.push(setPageContent(file, page, withArtifacts(content)));
  }
  await Promise.all(packing);
}

/**
 * Content with all of it marked: what stands outside of marked content becomes an artifact. Chromium writes one operator a line, and none of its marks inside of
 * a text object but those that spell a ligature.
 */
export function withArtifacts(content: string): string {
  const lines: string[] = [];
  let [depth, inArtifact] = [0, false];
  for (const line of content.split('\n')) {
    const opens = line.endsWith('BDC') || line.endsWith('BMC');
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
