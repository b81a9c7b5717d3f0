/** The public portal's shell: what an institution's pages are made of. */
export * from './components/blocks.tsx';
export { Downloads } from './components/downloads.tsx';
export { Choice, type ChoiceProps, Field, type FieldProps, fieldId, type Option } from './components/field.tsx';
export * from './components/form.tsx';
export { Paper, type PaperProps } from './components/paper.tsx';
export * from './components/table.tsx';
export { mixed, Show, SourcedMark, T, Zh } from './components/text.tsx';
export { Timeline, type TimelineEntry, type TimelineProps } from './components/timeline.tsx';
export { WhyDate, type WhyDateProps } from './components/why-date.tsx';
export { type Chrome, type Door, oneOf, safeBack, type Visit } from './door.ts';
export { ERROR_STATUSES, ErrorPage, type ErrorPageProps, type ErrorStatus } from './error-page.tsx';
export * from './format.ts';
export { type ClockBar, type NavItem, Page, type PageProps, portalNav } from './layout.tsx';
export { inside, termHref, withParam } from './links.ts';
export { renderPage, sealFile } from './render.ts';
export { both, fillText, type Param, type Params, speaker } from './speaker.ts';
export { type WhyDateInput, whyDate } from './why-date.ts';
