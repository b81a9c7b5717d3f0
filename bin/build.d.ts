/** Builds what has changed, and says whether it stands. */
export function buildServer(root: string, say: (line: string) => void): boolean;
export function buildWorkbench(root: string, say: (line: string) => void): boolean;
/** Whether both stand as the sources are now. */
export function isBuilt(root: string): boolean;
