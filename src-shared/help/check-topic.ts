import type { CheckDescription } from '../model/catalogue';
import type { HelpTopic } from './help-topic';

/** The text of a check's page, for lists and search; the page itself shows more. */
export const checkTopic = ({ id, title, why, remediation }: CheckDescription, plainTitle: string): HelpTopic => ({
  id,
  group: 'checks',
  title: `${id} ${plainTitle}`,
  parts: [
    { text: title },
    { text: why },
    ...(remediation === undefined ? [] : [{ text: remediation.steps.join(' '), commands: remediation.command ?? '' }]),
  ],
});
