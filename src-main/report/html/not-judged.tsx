import { type Area, areas, areaTitles } from '../../../src-shared/model/area';
import { partOf } from '../../../src-shared/text/quantity';
import type { ReportFacts } from '../report-facts';
import { separated } from './links';

/** Ids begin with their area. */
const isInArea = (area: Area, id: string): boolean => id.toLowerCase().startsWith(`${area}-`);

export function NotJudged({ facts: { document } }: { readonly facts: ReportFacts }) {
  const { notJudged, catalogue } = document;
  if (notJudged.length === 0) return <p>This version judges all {catalogue.total} checks of the catalogue.</p>;
  return (
    <>
      <p>
        {partOf(notJudged.length, catalogue.total)} checks of the catalogue are not judged; the JSON export has their
        titles.
      </p>
      <dl className="facts not-judged">
        {areas.map((area) => {
          const ids = notJudged.filter(({ id }) => isInArea(area, id)).map(({ id }) => id);
          return ids.length === 0 ? null : (
            <div key={area}>
              <dt>
                {areaTitles[area]} ({ids.length})
              </dt>
              <dd className="ids">{separated(ids.map((id) => <span key={id}>{id}</span>))}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
