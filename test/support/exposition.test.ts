import { expect, it } from 'vitest';
import { figure, readExposition } from './exposition.ts';

const counter = (...lines: string[]) => `${['# HELP a What.', '# TYPE a counter', ...lines].join('\n')}\n`;
const histogram = (inf: number, count: number) =>
  `# HELP h How long.\n# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="2"} 3\nh_bucket{le="+Inf"} ${inf}\nh_sum 4.5\nh_count ${count}\n`;

it('figures are read with their labels', () => {
  const read = readExposition(counter('a{route="/x",said="\\"no\\"\\\\"} 2', 'a{route="/y"} 1e3'));
  expect([figure(read, 'a', { route: '/x', said: '"no"\\' }), figure(read, 'a', { route: '/y' })]).toEqual([2, 1000]);
  expect(figure(readExposition(histogram(3, 3)), 'h_bucket', { le: '2' })).toBe(3);
});

it('what the format does not allow is not passed over', () => {
  const faults: [string, RegExp][] = [
    ['a 1\n', /no HELP and TYPE/],
    [counter('a 1').trimEnd(), /no end/],
    [counter('a 1', 'a 2'), /twice/],
    [counter('a -1'), /below nothing/],
    [counter('b 1'), /out of its family/],
    [counter('a one'), /not a figure/],
    [counter('a{x=1} 1'), /labels/],
    [counter('a{x="1"'), /not a figure/],
    [counter('a 1') + counter('a{x="1"} 1'), /told twice/],
    ['# HELP a What.\n# TYPE a summary\n', /nobody expects/],
    [histogram(4, 3), /does not add up/],
    [histogram(2, 2), /does not add up/],
  ];
  for (const [text, why] of faults) expect(() => readExposition(text), text).toThrow(why);
});
