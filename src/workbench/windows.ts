/** Where windows are put: in a place of their own the components lock no scrolling by a style without a nonce. */
export const inWindows = (): HTMLElement => document.getElementById('windows') ?? document.body;

/** What is explained beside its place belongs to the page's main part, for those who listen to it. */
export const inMain = (place: HTMLElement): HTMLElement => place.closest('main') ?? document.body;
