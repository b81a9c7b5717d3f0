/** Waits until the folder `lock` is ours, and gives what frees it. */
export function waitForTurn(lock: string, say: (line: string) => void): () => void;
