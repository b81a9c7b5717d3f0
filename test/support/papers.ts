import type { Item } from '../../src/institutions/catalogue/index.ts';
import type { LicensingWorld } from '../../src/institutions/licensing/permissions.ts';
import { readMatterFile } from '../../src/institutions/licensing/queries.ts';
import { missingMaterials, stillMissing } from '../../src/institutions/licensing/rules/papers.ts';
import type { Licensing } from '../../src/institutions/licensing/rules/state.ts';
import type { House } from '../../src/open-house.ts';

const itemOf = async (house: House, id: string, version?: number): Promise<Item> => {
  const { catalogue } = (await house.moment()).snapshot.worlds.licensing as LicensingWorld;
  return catalogue.item(id, version === undefined ? {} : { version })!;
};

/** What the case asks for and a matter that waits for its acceptance lacks. */
export async function papersMissing(house: House, number: string): Promise<readonly string[]> {
  const state = (await readMatterFile(house.pool, number)).matter?.state as Licensing | undefined;
  return state ? stillMissing(await itemOf(house, state.item, state.itemVersion), state) : [];
}

/** Every paper that a new application for the item needs, handed in at the window. */
export const onPaper = async (house: House, item: string) => ({
  channel: 'window',
  papers: missingMaterials(await itemOf(house, item), 'new', []),
});
