/**
 * Evaluated in the page: a line for every control or text that sticks out of the window or of a box that cuts it off, for controls that lie over each
 * other, and for a page that would have to be scrolled sideways. What a list or table of its own can scroll to is not cut off.
 */
export function layoutFaults(): string[] {
  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} “${words.trim().slice(0, 40)}”`;
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const scrolls = (element: Element): boolean =>
    ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX);
  const isList = (element: Element): boolean =>
    element.tagName !== 'MAIN' && scrolls(element) && element.tagName !== 'BODY';

  /** The part of an element that its scrolling ancestors let through. */
  const visibleBox = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
      if (!scrolls(parent)) continue;
      const box = parent.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom };
  };
  const isInList = (element: Element): boolean => {
    for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
      if (isList(parent)) return true;
    return false;
  };
  const overlap = (one: Element, other: Element): boolean => {
    const [a, b] = [visibleBox(one), visibleBox(other)];
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return width > 2 && height > 2;
  };

  const faults: string[] = [];
  for (const scroller of [document.documentElement, document.querySelector('main')]) {
    const excess = scroller === null ? 0 : scroller.scrollWidth - scroller.clientWidth;
    if (scroller === null || excess <= 1) continue;
    // The innermost of the widest elements is the one that does not wrap.
    const edge = scroller.getBoundingClientRect().right;
    const wide = [...scroller.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > edge + 1);
    const culprit = wide.findLast((part) => !wide.some((other) => other !== part && part.contains(other)));
    const told = culprit === undefined ? '' : `: ${nameOf(culprit)}`;
    faults.push(`${scroller.tagName.toLowerCase()} is ${excess} px too wide${told}`);
  }
  const surface = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.body;
  const parts = [...surface.querySelectorAll('button, input, textarea, h1, h2, h3, th, td')].filter(isShown);
  for (const part of parts) {
    const { left, right } = part.getBoundingClientRect();
    if (!isInList(part) && (right > innerWidth + 1 || left < -1)) faults.push(`${nameOf(part)} leaves the window`);
    const { overflowX, textOverflow } = getComputedStyle(part);
    const cuts = overflowX === 'hidden' && textOverflow !== 'ellipsis' && part.tagName !== 'INPUT';
    if (cuts && part.scrollWidth > part.clientWidth + 1) faults.push(`${nameOf(part)} cuts its text`);
  }
  const buttons = parts.filter((part) => part.tagName === 'BUTTON');
  for (const [index, one] of buttons.entries()) {
    for (const other of buttons.slice(index + 1)) {
      const isNested = one.contains(other) || other.contains(one);
      if (!isNested && overlap(one, other)) faults.push(`${nameOf(one)} lies over ${nameOf(other)}`);
    }
  }
  return faults;
}
