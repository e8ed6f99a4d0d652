/** Moves the page by 400 px a frame to its end and back; answers how long each frame took (ms). */
export const FRAMES = `new Promise((resolve) => {
  const frames = [];
  let [before, by] = [null, 400];
  const frame = (now) => {
    if (before !== null) frames.push(now - before);
    before = now;
    const at = scrollY;
    scrollBy(0, by);
    if (scrollY === at && by > 0) by = -by;
    else if (scrollY === at) return resolve(frames);
    requestAnimationFrame(frame);
  };
  scrollTo(0, 0);
  requestAnimationFrame(frame);
})`;

/** How long after the last letter of a name its row, and no other, stands in the list (ms). */
export const TYPED = (name: string): string => `new Promise((resolve) => {
  let lastKey = null;
  document.addEventListener('keydown', function onKey() {
    if (document.activeElement.value.length !== ${name.length - 1}) return;
    lastKey = performance.now();
    document.removeEventListener('keydown', onKey, true);
  }, true);
  const look = () => {
    const rows = document.querySelectorAll('a[data-enrolment]');
    if (lastKey !== null && rows.length === 1 && rows[0].textContent.includes('${name}')) resolve(performance.now() - lastKey);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/**
 * Puts in the list's place as many copies of its first row, all of them laid out and painted, one below the other.
 * The page's policy takes no style from markup: copies get theirs by script.
 */
export const PLAIN_LIST = (count: number): string => `(() => {
  const list = document.querySelector('[role=grid]');
  const plain = document.createElement('div');
  plain.className = list.className;
  const row = list.querySelector('[data-row]').cloneNode(true);
  row.removeAttribute('style');
  plain.innerHTML = row.outerHTML.repeat(${count});
  for (const copy of plain.children) copy.style.position = 'static';
  list.replaceWith(plain);
})()`;

/** Closes the table, opens it, and waits until its cells were painted; answers how long that took (ms). */
export const TABLE_DRAWN = `new Promise((resolve) => {
  const details = [...document.querySelectorAll('details')].at(-1);
  details.open = false;
  const opened = () => {
    const began = performance.now();
    details.querySelector('summary').click();
    const look = () => {
      if (details.querySelector('[data-row] td') === null) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    };
    requestAnimationFrame(look);
  };
  const closed = () => (details.querySelector('table') === null ? setTimeout(opened, 200) : requestAnimationFrame(closed));
  requestAnimationFrame(closed);
})`;

/** Draws every cell of the same table at once; answers how long that took (ms). */
export const PLAIN_TABLE = (rows: number, columns: number): string => `new Promise((resolve) => {
  const table = document.querySelector('[data-row]').closest('table');
  const first = table.querySelector('[data-row] td[aria-colindex]').cloneNode(true);
  for (const styled of [first, ...first.querySelectorAll('[style]')]) styled.removeAttribute('style');
  const cell = first.outerHTML;
  const began = performance.now();
  const plain = table.cloneNode(false);
  plain.innerHTML = ('<tr>' + cell.repeat(${columns}) + '</tr>').repeat(${rows});
  table.replaceWith(plain);
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
})`;

/** Median and all of them, beside what is wanted. */
export function timesText(what: string, times: readonly number[], wantedMs?: number): string {
  const sorted = [...times].sort((one, other) => one - other).map((time) => time.toFixed(0));
  const wanted = wantedMs === undefined ? '' : `wanted <= ${wantedMs}; `;
  return `  ${what}: median ${sorted[sorted.length >> 1] ?? ''} ms (${wanted}${sorted.join(', ')})`;
}
