import { openEngagement } from '../../../src-main/store/engagement-file';

/** Opens an engagement and keeps it open until it is killed. */
const [path = '', passphrase = ''] = process.argv.slice(2);
const file = await openEngagement(path, passphrase);
process.send?.({ readOnly: file.readOnly });
setInterval(() => undefined, 1000);
