/** Kerberos itself said no, in the system's own words: on this computer or at its KDC (`ticket`), or about what the server sent (`answer`). */
export class KerberosProblem extends Error {
  readonly at: 'ticket' | 'answer';
  constructor(at: KerberosProblem['at'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'KerberosProblem';
    this.at = at;
  }
}
