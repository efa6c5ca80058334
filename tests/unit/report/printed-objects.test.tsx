import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ObjectTable } from '../../../src-main/report/html/object-table';
import { printedObjects } from '../../../src-main/report/html/printed-objects';
import { loadFindings, storeFindings } from '../../../src-main/store/findings';
import type { Finding } from '../../../src-shared/model/finding';
import { affectedObject, finding, newEngagement, newRun } from '../../support/engagement';

/** Every third passed; of three the observations say the same, of a fourth something else. */
function many(): Finding {
  const objects = Array.from({ length: 200 }, (_, index) =>
    affectedObject(index, { name: `pc${index}`, note: `Seen ${index}`, outcome: index % 3 === 0 ? 'pass' : 'fail' }),
  );
  const observed = [10, 11, 199].map((index) => ({ label: `pc${index}`, observed: `seen ${index}`, matches: false }));
  return finding('DIR-020', objects, {
    outcome: 'fail',
    counts: { fail: objects.filter(({ outcome }) => outcome === 'fail').length, pass: 67 },
    observations: [...observed, { label: 'pc13', observed: 'Something else', matches: false }],
  });
}

async function loaded(choose?: typeof printedObjects): Promise<Finding> {
  const file = await newEngagement();
  const runId = newRun(file);
  await storeFindings(file, runId, [many()]);
  for await (const each of loadFindings(file, runId, choose)) return each;
  throw new Error('Nothing was stored');
}

test('the objects that are read for print give the table that all give', async () => {
  const [all, printed] = [await loaded(), await loaded(printedObjects)];
  expect(all.objects).toHaveLength(200);
  expect(printed.objects.length).toBeLessThan(60);
  const table = renderToStaticMarkup(<ObjectTable finding={printed} />);
  expect(table).toBe(renderToStaticMarkup(<ObjectTable finding={all} />));
  expect(table).toContain('and 80 more'); // 133 did not pass, 3 of them stand among the observations, 50 are shown
});
