import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { listEvidence, readEvidence } from '../../../src-main/store/evidence';

/** Prints all that the records of an engagement say, with where they came from: path, passphrase. */
const [path = '', passphrase = ''] = process.argv.slice(2);
const file = await openEngagement(path, passphrase);
try {
  for (const { id, target, source, collector } of await listEvidence(file)) {
    console.log(JSON.stringify({ target, source, collector }));
    console.log((await readEvidence(file, id))?.dataJson ?? '');
  }
} finally {
  closeEngagement(file);
}
