import { loadReportDocument } from '../../../src-main/features/report/load-report-document';
import { redactForSharing } from '../../../src-main/features/report/redact-for-sharing';
import { closeEngagement, openEngagement } from '../../../src-main/store/engagement-file';
import { redactionKey } from '../../../src-main/store/redaction-key';
import { alternate, type ContestResult, timed } from '../alternate';
import { answerRequests } from '../answer-requests';

export interface WantedRedaction {
  readonly file: string;
  readonly passphrase: string;
  readonly pairs: number;
}

export interface RedactionTimes extends ContestResult {
  readonly objects: number;
}

answerRequests<WantedRedaction, RedactionTimes>(async ({ file: path, passphrase, pairs }) => {
  const file = await openEngagement(path, passphrase);
  try {
    const load = () => loadReportDocument(file, new Date(), { notes: true });
    const document = await load();
    const key = redactionKey(file);
    const times = await alternate(
      {
        ours: () => timed(() => redactForSharing(file, document, key)),
        theirs: () => timed(async () => JSON.stringify(await load())),
      },
      pairs,
    );
    return { ...times, objects: document.findings.reduce((sum, { objects }) => sum + objects.length, 0) };
  } finally {
    closeEngagement(file);
  }
});
