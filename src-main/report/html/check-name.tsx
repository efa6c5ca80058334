import { Prose } from './prose';

interface CheckNameProps {
  readonly title: string;
  readonly checkId: string;
}

/** What a check is about, and its id to look it up by. */
export const CheckName = ({ title, checkId }: CheckNameProps) => (
  <>
    <Prose text={title} /> <span className="id">{checkId}</span>
  </>
);
