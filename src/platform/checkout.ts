import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder: the first above this file that holds the migrations. The same from `src` and from `dist`. */
export const checkoutRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
})();
