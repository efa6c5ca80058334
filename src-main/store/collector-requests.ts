import { type CollectorRequest, collectorRequestSchema } from '../../src-shared/model/collector-request';
import { type EngagementFile, fromJson, prepared, readFrom, writeTo } from './access';

/** What was asked of the customer's administrators, newest first. */
export const listCollectorRequests = (file: EngagementFile): CollectorRequest[] =>
  readFrom(file, (database) =>
    prepared<{ request: string }>(
      database,
      "SELECT request FROM collector_requests ORDER BY json_extract(request, '$.askedAt') DESC, json_extract(request, '$.role'), id",
    ).all(),
  ).map((row) => fromJson(file, collectorRequestSchema, row.request));

/** All or none. */
export function addCollectorRequests(file: EngagementFile, requests: readonly CollectorRequest[]): void {
  writeTo(file, (database) => {
    for (const request of requests)
      prepared(database, 'INSERT INTO collector_requests (id, request) VALUES (?, ?)').run(
        request.id,
        JSON.stringify(request),
      );
  });
}

export function removeCollectorRequest(file: EngagementFile, id: string): void {
  writeTo(file, (database) => prepared(database, 'DELETE FROM collector_requests WHERE id = ?').run(id));
}
