/** The door of the institution's public faces: what other institutions' pages may show of it. */
export { itemRow } from './parts.tsx';
export { EDITIONS_SHOWN, Register } from './register.tsx';
export { hints } from './words.ts';
