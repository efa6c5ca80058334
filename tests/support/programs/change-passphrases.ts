import { adoptNewPassphrase, prepareNewPassphrase } from '../../../src-main/store/change-passphrase';
import { openEngagement } from '../../../src-main/store/engagement-file';
import { doWholeFileWork } from '../../../src-main/store/whole-file/whole-file-work';

/** Changes the passphrase of an engagement again and again, and says before each time to what, until it is killed. */
const [path = '', first = ''] = process.argv.slice(2);
let present = first;
let file = await openEngagement(path, present);
for (let count = 1; ; count += 1) {
  const next = `passphrase ${count}`;
  process.send?.(next);
  const signal = new AbortController().signal;
  const ready = await prepareNewPassphrase(file, next, { work: doWholeFileWork, signal, onProgress: () => undefined });
  ({ file } = await adoptNewPassphrase(file, ready, { present, next }));
  present = next;
}
