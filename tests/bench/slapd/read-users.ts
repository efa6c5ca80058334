import type { Population } from '../../../src-shared/model/scope';
import { timed } from '../alternate';
import { answerRequests } from '../answer-requests';
import { type BenchServer, readUsers } from '../read-directory';

export interface ReadUsersRequest {
  readonly server: BenchServer;
  readonly pilotUsers: Population;
}

export interface UsersRead {
  readonly users: number;
  readonly ms: number;
}

answerRequests(async ({ server, pilotUsers }: ReadUsersRequest): Promise<UsersRead> => {
  let users = 0;
  const ms = await timed(async () => {
    users = await readUsers(server, pilotUsers);
  });
  return { users, ms };
});
