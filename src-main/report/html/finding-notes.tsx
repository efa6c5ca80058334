import { alternativeText } from '../../../src-shared/model/finding-note';
import type { ReportFacts } from '../report-facts';

/** What the consultant laid beside a finding: her words, and pictures with what is to be seen on them. */
export function FindingNotes({ checkId, facts }: { readonly checkId: string; readonly facts: ReportFacts }) {
  const found = facts.document.notes.find((each) => each.checkId === checkId);
  if (found === undefined) return null;
  return (
    <div className="note">
      {found.note === '' ? null : (
        <>
          <p className="label">Note of the consultant</p>
          <p className="note-text">{found.note}</p>
        </>
      )}
      {found.pictures.map(({ mediaType, base64, caption, width, height }) => (
        <figure key={base64.slice(0, 400)}>
          <img
            src={`data:${mediaType};base64,${base64}`}
            alt={alternativeText({ checkId, caption })}
            width={width}
            height={height}
          />
          {caption === '' ? null : <figcaption>{caption}</figcaption>}
        </figure>
      ))}
    </div>
  );
}

/** Those of findings that have one row each. */
export const SettledNotes = ({
  checkIds,
  facts,
}: {
  readonly checkIds: readonly string[];
  readonly facts: ReportFacts;
}) => (
  <>
    {checkIds
      .filter((id) => facts.document.notes.some(({ checkId }) => checkId === id))
      .map((id) => (
        <div key={id}>
          <p className="id">{id}</p>
          <FindingNotes checkId={id} facts={facts} />
        </div>
      ))}
  </>
);
