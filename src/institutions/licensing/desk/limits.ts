/** One act is asked of so many pieces of work in one request; what is more goes in parts. */
export const MOST_ACTS = 200;
