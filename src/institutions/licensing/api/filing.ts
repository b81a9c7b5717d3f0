import { z } from 'zod';
import { shortCode } from '../../../kernel/plain-text.ts';
import { sentFiles } from '../routes.ts';
import { fileMatter } from '../schema.ts';

/** Put in by the server (`SERVERS`); and what is said anew below. */
const OTHERS = { person: true, code: true, together: true, licenceRecord: true, files: true, item: true } as const;

/** The body of an application as a caller writes it: one item, or several of a bundle. */
export const filing = z.strictObject({
  item: shortCode().optional(),
  items: z.array(shortCode()).min(3).max(20).optional(),
  ...fileMatter.omit(OTHERS).shape,
  files: sentFiles.shape.files.optional(),
});
