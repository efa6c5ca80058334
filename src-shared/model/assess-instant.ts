/** The instant an engagement is judged at: the one it names, else now. The one place that knows. */
export const instantOf = ({ assessAt }: { readonly assessAt?: string | undefined }, now = new Date()): Date =>
  assessAt === undefined ? now : new Date(assessAt);
