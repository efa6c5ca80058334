import type { Page } from 'playwright';

/** How long nothing may change until an answer counts as complete, in milliseconds. */
const quiet = 250;

/**
 * Does something with keys or mouse and gives the milliseconds from the first of its events, as the browser stamps it, to the paint of the last change it
 * brought to what `surface` selects. What waits for the main process may stand still for longer than that: `complete` selects what must be there in the end.
 * Rejects when nothing changed within ten seconds.
 */
export async function answerTime(
  page: Page,
  surface: string,
  act: () => Promise<unknown>,
  complete = surface,
): Promise<number> {
  const answered = await page.evaluateHandle(startClock, { surface, complete, quiet });
  await act();
  return await answered.evaluate(({ painted }) => painted);
}

interface Watched {
  readonly surface: string;
  readonly complete: string;
  readonly quiet: number;
}

/** Evaluated in the page. A task posted in an animation frame runs after its paint. */
function startClock({ surface, complete, quiet: calm }: Watched) {
  const watched = document.querySelector(surface);
  if (watched === null) throw new Error(`Nothing is ${surface}`);
  let acted = Number.NaN;
  const stop = new AbortController();
  const note = ({ timeStamp }: Event): void => {
    if (Number.isNaN(acted)) acted = timeStamp;
  };
  for (const type of ['keydown', 'pointerdown'])
    addEventListener(type, note, { capture: true, passive: true, signal: stop.signal });
  const painted = new Promise<number>((resolve, reject) => {
    const fail = (): void => reject(new Error(`${surface} did not answer`));
    let ending: ReturnType<typeof setTimeout> = setTimeout(fail, 10_000);
    const afterPaint = new MessageChannel();
    afterPaint.port1.onmessage = () => {
      const time = performance.now() - acted;
      clearTimeout(ending);
      ending = setTimeout(() => {
        if (document.querySelector(complete) === null) {
          ending = setTimeout(fail, 10_000);
          return;
        }
        observer.disconnect();
        stop.abort();
        afterPaint.port1.close();
        resolve(time);
      }, calm);
    };
    const observer = new MutationObserver(() => {
      if (!Number.isNaN(acted)) requestAnimationFrame(() => afterPaint.port2.postMessage(undefined));
    });
    observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return { painted };
}

/** Milliseconds between animation frames while something goes on for a while. */
export async function frameTimes(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    let last = performance.now();
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      if (times.length < 100_000) handle = requestAnimationFrame(frame);
    };
    let handle = requestAnimationFrame(frame);
    return { times, end: () => cancelAnimationFrame(handle) };
  });
  await act();
  return await frames.evaluate(({ times, end }) => {
    end();
    return times.slice(2);
  });
}

/** The value that a share of the numbers does not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
