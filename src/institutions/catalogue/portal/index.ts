/** The door of the institution's public faces: what other institutions' pages may show of it. */
export { itemRow } from './parts.tsx';
export { Register } from './register.tsx';
export { hints } from './words.ts';
