import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { enlargeEngagement } from '../enlarge-engagement';

/** Enlarges the engagement at a path: path, passphrase, findings, objects. */
const [path = '', passphrase = '', findings = '0', objects = '0'] = process.argv.slice(2);
const file = await openEngagement(path, passphrase);
try {
  await enlargeEngagement(file, { findings: Number(findings), objects: Number(objects) });
} finally {
  closeEngagement(file);
}
