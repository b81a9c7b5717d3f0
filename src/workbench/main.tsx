import { createRoot } from 'react-dom/client';
import { dutyScreens } from '../institutions/duties/workbench/index.tsx';
import { licensingScreens } from '../institutions/licensing/workbench/index.tsx';
import { tillScreens } from '../institutions/till/workbench/index.tsx';
import { urgingScreens } from '../institutions/urging/workbench/index.tsx';
import { visitScreens } from '../institutions/visits/workbench/index.tsx';
import type { Lang } from '../kernel/text.ts';
import '../pictures/styles.css';
import { App } from './app.tsx';
import { houseScreens } from './house-screens.ts';
import './styles.css';
import './parts.css';

/** Composition root of the workbench: the list of screens, wired by hand. */
const screens = [...licensingScreens, ...tillScreens, ...dutyScreens, ...urgingScreens, ...visitScreens, ...houseScreens];

const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
const lang: Lang = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
createRoot(document.getElementById('workbench')!).render(
  <App screens={screens} nonce={meta('csp-nonce')} signedIn={meta('signed-in') === 'yes'} firstLang={lang} />,
);
