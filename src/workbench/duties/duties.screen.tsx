import { useBench } from '../bench.tsx';
import { SheetList } from '../components/sheet-list.tsx';
import { words } from './words.ts';

/** The county's recurring duties, the next first. */
export default function DutiesScreen() {
  const { lang } = useBench();
  return (
    <div className="duty-rows cards">
      <SheetList
        path="/duties"
        title={({ name }) => name[lang]}
        lead={() => words['duties-say'][lang]}
        empty={words['duties-none'][lang]}
      />
    </div>
  );
}
