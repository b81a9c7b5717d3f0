/** Inner widths of a card on the two screens we draw for (a phone, and from 72rem on), in pixels, and the size of the small letters in them. */
const ROOM = { phone: 300, desk: 1020, track: 800 } as const;
const EM = 14;

/** How wide a text will be, roughly: a Han character is a full em, a Latin letter about half. Errs to the wide side. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.58), 0) * EM;

/** Whether a text fits into a share (percent) of the picture. */
export const fits = (text: string, share: number, room: keyof typeof ROOM): boolean => widthOf(text) + 18 <= (ROOM[room] * share) / 100;
