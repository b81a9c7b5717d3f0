/** Where windows are put: in a place of their own the components lock no scrolling by a style without a nonce. */
export const inWindows = (): HTMLElement => document.getElementById('windows') ?? document.body;
