import { useBench } from '../../../workbench/bench.tsx';
import { SUPERVISORS } from './supervisors.ts';

/** Whether the reader's task is the time of the whole county. */
export const useSupervises = (): boolean => useBench().session.seats.some(({ roles }) => roles.some((role) => SUPERVISORS.includes(role)));
