import { dataFile } from '../../src/platform/data-file.ts';

/** A county's file of duties, as it is written. */
export const dutiesOf = (text: string | Uint8Array) => dataFile(Buffer.from(text), 'county/model/duties.yaml');
