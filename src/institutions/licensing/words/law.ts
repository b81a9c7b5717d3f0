/** An article of the law on administrative licences. */
export const law = (article: string) => `行政许可法 ${article}`;
