import type { Text } from './kernel/text.ts';

/** Sentences of the composition roots. */
export const words = {
  'model-county': { zh: '示范县', en: 'Model County' },
} as const satisfies Readonly<Record<string, Text>>;

export const commandWords = {
  about: 'Banjie (办结) runs a county government by its own rules.',
  exampleCounty: `banjie county create 511602 --name 广安区 --name-en "Guang'an District"`,
} as const;
