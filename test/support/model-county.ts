import { join } from 'node:path';
import { MODEL_FOLDER, readModelOrganisation } from '../../src/county-files.ts';
import { readCatalogueFolder } from '../../src/institutions/catalogue/commands.ts';
import { buildCatalogue } from '../../src/institutions/catalogue/index.ts';
import { buildCalendar } from '../../src/kernel/clock/index.ts';
import { buildDirectory } from '../../src/kernel/organisation/index.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readCalendarYears, readLaw } from '../../src/platform/law.ts';

/** The model county as its files have it, without a database: read once for a test file. */
export function readModelCounty() {
  const { parts, faults } = readCatalogueFolder(join(MODEL_FOLDER, 'catalogue'));
  if (faults.length > 0) throw new Error(`model catalogue: ${faults.map((f) => f.text.en).join('; ')}`);
  const organisation = readModelOrganisation();
  const years = readCalendarYears(checkoutRoot);
  return {
    years,
    calendar: buildCalendar('2026.1', years),
    law: readLaw(checkoutRoot),
    directory: buildDirectory(organisation.register),
    organisation,
    parts,
    catalogue: buildCatalogue(parts),
  };
}

export type ModelCounty = ReturnType<typeof readModelCounty>;
