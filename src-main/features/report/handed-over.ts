import type { RenderedReport, Rendering } from '../../report/render-report';

/** Long text that becomes a file goes from thread to thread as its bytes: the other one would encode it for a tenth of a second. HTML is needed as text. */
export const handedOver = (rendered: RenderedReport, { format }: Rendering): RenderedReport =>
  typeof rendered === 'string' && format === 'json' ? new TextEncoder().encode(rendered) : rendered;
