import base from './base.css?raw';
import chains from './chains.css?raw';
import cover from './cover.css?raw';
import facts from './facts.css?raw';
import findings from './findings.css?raw';
import plan from './plan.css?raw';
import screen from './screen.css?raw';
import status from './status.css?raw';
import summary from './summary.css?raw';
import tables from './tables.css?raw';

/** The style sheet of the report; later files refine earlier ones. */
export const styles = [base, status, tables, facts, cover, summary, findings, chains, plan, screen].join('\n');
