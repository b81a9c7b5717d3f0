/** Builds what has changed, and says whether it stands. */
export function buildServer(root: string, say: (line: string) => void): boolean;
export function buildWorkbench(root: string, say: (line: string) => void): boolean;
