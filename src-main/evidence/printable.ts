export { printable } from '../../src-shared/model/printable';
