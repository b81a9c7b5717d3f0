import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';

const world = readModelCounty();
const story = (at?: string) => new Story(world, at);
/** What SAM-L02 asks of its applicant; M7 alone is not essential. */
const ALL = ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'];
const upload = (material: string) => ({ id: 'f', material, digest: 'd' });

describe('nothing is accepted while a paper that the case asks for is missing', () => {
  const bare = () => story('2026-03-02').filed({ papers: [] });
  const follow = { papers: ['M7'], undertaking: true, by: '2026-03-13' };

  test('[S3-30] it is said beforehand, with the papers by name, and there are two other ways', () => {
    const [no] = bare().reasons('accept', 'clerk');
    expect(no).toMatchObject({
      code: 'papers-missing',
      params: { papers: expect.stringContaining('申请'), papers_en: expect.stringMatching(/,/) },
    });
    expect(bare().when('accept', {}, 'clerk').codes).toEqual(['papers-missing']);
    expect(bare().when('accept-with-papers-to-follow', follow, 'clerk').codes).toEqual(['papers-missing']);
    expect(bare().listed('request-correction', 'clerk')).toEqual([]);
    const spot = story('2026-03-02').filed({ item: 'ARA-L09', papers: [] });
    expect(spot.when('conclude-on-the-spot', { text: 'x' }, 'ARA-CR').codes).toEqual(['papers-missing']);
  });

  test('without the one that may follow it is accepted only with an undertaking, and no other may be left out', () => {
    const most = () => story('2026-03-02').filed({ files: ALL.slice(0, -1).map(upload) });
    expect(most().listed('accept', 'clerk')).toEqual(['papers-missing']);
    expect(most().when('accept-with-papers-to-follow', follow, 'clerk').codes).toEqual([]);
    const two = { ...world, catalogue: { ...world.catalogue, item: loose(['M6', 'M7']) } };
    const less = () => new Story(two, '2026-03-02').filed({ files: ALL.slice(0, -2).map(upload) });
    expect(less().when('accept-with-papers-to-follow', follow, 'clerk').last).toMatchObject({
      refusals: [{ code: 'papers-missing', path: 'papers' }],
    });
    expect(less().when('accept-with-papers-to-follow', { ...follow, papers: ['M6', 'M7'] }, 'clerk').codes).toEqual([]);
  });
  /** The same item with these papers not essential. */
  const loose =
    (codes: readonly string[]): typeof world.catalogue.item =>
    (id, ask) => {
      const item = world.catalogue.item(id, ask);
      const value = item?.materials.value.map((m) => (codes.includes(m.code) ? { ...m, essential: false } : m));
      return item && value && { ...item, materials: { ...item.materials, value } };
    };

  test('what the window is shown then and there is taken in, and stands on the day’s list of papers', () => {
    const s = bare().sure('check-papers', { seen: ALL, returned: ['M1'] }, 'clerk');
    expect(s.state.papers).toEqual(ALL);
    expect(s.rows.findLast(({ table }) => table === 'licensing.paper_intake')?.row).toMatchObject({
      seat: 'ASB-W01',
      papers: ALL.join(' '),
    });
    expect(s.when('accept', {}, 'clerk').codes).toEqual([]);
    expect(bare().when('check-papers', { seen: ['M2'] }, 'clerk').codes).toEqual(['paper-not-here']);
    expect(bare().when('check-papers', { seen: ALL }, 'citizen').codes).toEqual(['no-authority']);
  });

  test('a declaration stands for its paper; what is asked in some cases only is not waited for; silence accepts all the same', () => {
    const declared = story().filed({ channel: 'window', papers: ALL.filter((code) => code !== 'M6'), declarations: ['M6'] }, 'clerk');
    expect(declared.listed('accept', 'clerk')).toEqual([]);
    const sometimes = world.catalogue.item('SAM-L02')!.materials.value.filter((m) => m.when);
    for (const { code } of sometimes) expect(ALL).not.toContain(code);
    expect(
      bare()
        .on('2026-03-30')
        .swept()
        .facts.map(({ kind }) => kind),
    ).toContain('deemed-accepted');
  });
});
