import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { buildCatalogue } from './catalogue.ts';
import { readCatalogueFolder } from './commands.ts';
import { CATALOGUE_FILES, type CatalogueFiles, loadAuthority, loadCatalogue } from './load.ts';

// biome-ignore lint/suspicious/noExplicitAny: YAML as parsed, spoiled on purpose
type Yaml = any;
const FOLDER = join(import.meta.dirname, '../../../county/model/catalogue');
const files = Object.fromEntries(
  Object.entries(CATALOGUE_FILES).map(([file, name]) => {
    const content = readFileSync(join(FOLDER, name), 'utf8');
    return [file, name.endsWith('.csv') ? parseCsv(content, { columns: true, bom: true }) : parseYaml(content)];
  }),
) as unknown as CatalogueFiles;

/** What is said of the model county's files once they have been spoiled. */
function faultsOf(spoil: (files: { -readonly [File in keyof CatalogueFiles]: Yaml }) => void): string[] {
  const copy = structuredClone(files) as Yaml;
  spoil(copy);
  return loadCatalogue(copy).faults.map(({ code, item, file, column, text }) => `${code} ${item} ${column ?? file}: ${text.en}`);
}

describe('the files of a county beside its list of items', () => {
  it('are read without a fault as they are', () => {
    expect(faultsOf(() => {})).toEqual([]);
  });

  it('that have not the right form are a fault of that file, with the place', () => {
    const found = faultsOf(({ entry }) => delete entry.counts.licences);
    expect(found).toEqual([expect.stringMatching(/^bad-guide .*entry-register\.yaml: .*counts licences: is missing; add it/)]);
  });

  it('an authority table by itself is read with its place in what is wrong, and takes nothing then', () => {
    const { items } = loadCatalogue(files).parts;
    expect(loadAuthority(files.authority, items).faults).toEqual([]);
    const spoiled: Yaml = structuredClone(files.authority);
    delete spoiled.rows[0].act;
    const { rows, faults } = loadAuthority(spoiled, items);
    expect(rows).toEqual([]);
    expect(faults.map(({ code, text }) => `${code} ${text.en}`)).toEqual([
      expect.stringMatching(/^bad-guide .*rows #1 act: is missing; add it/),
    ]);
  });

  it('name papers, case sets, zones and templates that there are', () => {
    const found = faultsOf(({ additions }) => {
      const [item, other] = Object.keys(additions.items);
      additions.items[item!].materials = ['no-such-paper'];
      additions.items[item!].cases = 'no-such-set';
      additions.items[other!].template = 'no-such-template';
      additions.organs.SAM.zone = 'no-such-zone';
    });
    for (const missing of ['no paper "no-such-paper"', 'no such case set', 'no such template', 'SAM: no such zone'])
      expect(found).toContainEqual(expect.stringContaining(missing));
  });

  it('say something only of items that the list has: each other is a fault, with file and place', () => {
    const found = faultsOf(({ additions }) => {
      additions.earlier['ZZZ-L01'] = Object.values(additions.earlier)[0];
      additions.highRisk.push('ZZZ-L02');
      additions.synonyms['ZZZ-L03'] = ['月亮'];
      Object.values<Yaml>(additions.templates)[0]!.items.push('ZZZ-L04');
    });
    expect(found.sort()).toEqual([
      'unknown-item  additions.yaml earlier: The item “ZZZ-L01” does not exist',
      'unknown-item  additions.yaml highRisk: The item “ZZZ-L02” does not exist',
      'unknown-item  additions.yaml synonyms: The item “ZZZ-L03” does not exist',
      expect.stringMatching(/^unknown-item {2}additions\.yaml templates\..+\.items: The item “ZZZ-L04” does not exist$/),
    ]);
  });

  it('name in a bundle only what the lists know, where they say it is there', () => {
    const found = faultsOf(({ bundles }) => {
      const bundle = bundles.bundles.find(({ id }: { id: string }) => id === 'B02');
      bundle.steps[0] = { ...bundle.steps[0], item: '登月许可', in_catalogue: true };
    });
    expect(found).toEqual([expect.stringMatching(/^unknown-item B02 bundles\.yaml/)]);
  });
});

it('a charge of an organ that is not there any more is a fault of the check', () => {
  const { parts } = readCatalogueFolder(FOLDER);
  const charges = parts.charges.map((charge) => (charge.id === 'SAM-C01' ? { ...charge, organ: 'H_FDA' } : charge));
  const found = buildCatalogue({ ...parts, charges }).check().faults;
  expect(found.map(({ code, item }) => `${code} ${item}`)).toEqual(['unknown-department SAM-C01']);
});
