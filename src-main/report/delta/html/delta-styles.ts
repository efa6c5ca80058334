import { styles } from '../../html/styles/styles';
import delta from './delta.css?raw';

/** The style sheet of reports and what only the delta report has. */
export const deltaStyles = `${styles}\n${delta}`;
