import { z } from 'zod';
import { shortCode } from '../../../kernel/plain-text.ts';
import { sentFiles } from '../routes.ts';
import { fileMatter } from '../schema.ts';

/** What is put in by the server, whatever the caller sent. */
const SERVERS = { person: true, code: true, together: true, licenceRecord: true, files: true } as const;

/** The body of an application as a caller writes it. */
export const filing = fileMatter.omit({ ...SERVERS, item: true }).extend({
  item: shortCode().optional(),
  items: z.array(shortCode()).min(3).max(20).optional(),
  files: sentFiles.shape.files.optional(),
});
