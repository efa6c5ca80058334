/** One step of the schema. Frozen once released: a later change is a new file with the next number. */
export interface Migration {
  /** The `user_version` after this step; 1, 2, 3 … without gaps. */
  readonly version: number;
  /** What it is for, in a few words. */
  readonly purpose: string;
  readonly sql: string;
}
