import type { Catalogue } from '../../catalogue/index.ts';
import { missingMaterials } from '../rules/papers.ts';

export const APPLICANT = 'c-citizen';

/** With a file for each paper that the case asks for, where the application says nothing of papers. */
export function complete<T extends { readonly item: string }>(input: T, catalogue: Catalogue): T {
  const {
    papers,
    files,
    case: handling = 'new',
  } = input as { readonly papers?: unknown; readonly files?: unknown; readonly case?: string };
  const item = catalogue.item(input.item);
  if (papers || files || !item) return input;
  return { ...input, files: missingMaterials(item, handling, []).map((material) => ({ id: `f-${material}`, material, digest: 'd' })) };
}

/** An application that lacks nothing. SAM-L02 is an everyday licence of one department (P16). */
export const application = (person = APPLICANT) => ({
  item: 'SAM-L02',
  applicant: { kind: 'person', name: 'Test Citizen', idType: 'resident-id', idNumber: '110101199003070003', phone: '13000000001' },
  form: { subject: 'A shop' },
  person,
  code: 'CODE',
});
