import type { WebContents } from 'electron';

const gestureLifetime = 5000;
const gestures: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'touchEnd',
  'gestureTap',
]);

/** Tells whether the person did something in the page a moment ago; a page cannot make such events itself. */
export function watchGestures(contents: WebContents): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, input) => {
    if (gestures.has(input.type)) last = performance.now();
  });
  return () => performance.now() - last < gestureLifetime;
}
