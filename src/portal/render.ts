import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Seal } from '../pictures/seal.tsx';

/** A page as it is sent: React escapes by default, so nothing a citizen typed becomes markup. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;

/** The mark as a file, `/assets/seal.svg`. */
export const sealFile = (): string => renderToStaticMarkup(createElement(Seal, {}));
