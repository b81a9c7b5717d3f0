import type { Text } from '../kernel/text.ts';

/** What is wrong with the form of a file, and what to do. */
export const fileWords = {
  'not-there': { zh: '没有这个文件，请放回去。', en: 'there is no such file; put it back.' },
  'no-file': { zh: '这是文件夹，或者无法读取；请换成可以读取的文件。', en: 'is a folder, or cannot be read; give a file that can be.' },
  'not-utf-8': {
    zh: '不是 UTF-8 编码（看来是 {found}），请另存为 UTF-8。',
    en: 'is not written in UTF-8 (it looks like {found}); save it as UTF-8.',
  },
  'no-encoding': { zh: '不是 UTF-8 编码，请另存为 UTF-8。', en: 'is not written in UTF-8; save it as UTF-8.' },
  empty: { zh: '文件是空的，请恢复原来的内容。', en: 'the file is empty; put its contents back.' },
  'two-documents': {
    zh: '从这里起是第二份文档，请删去这一行“---”，或者分成两个文件。',
    en: 'a second document begins here; remove the line “---”, or make two files of it.',
  },
  'key-twice': {
    zh: '同一层里这个名称写了两次，请删去一处。',
    en: 'Map keys must be unique: this name stands twice in one group; remove one.',
  },
  tab: {
    zh: '行首用了制表符（Tab），请改成空格。',
    en: 'the line is indented with a tab; use spaces. ({said})',
  },
  'no-anchor': {
    zh: '别名 *{name} 前面没有 &{name}：请把 &{name} 写回去，或者写出原来的内容。',
    en: 'the alias *{name} names nothing before it: give the anchor &{name} back, or write out what it stood for.',
  },
  'tag-unknown': {
    zh: '“!”开头的标记不能用，请删去，或者给文字加引号。',
    en: 'a tag (“!…”) cannot be used; remove it, or put the text in quotes.',
  },
  'not-closed': {
    zh: '这里读不下去：多半是这一行或者上一行的括号、引号没有配对，或者缺少冒号、逗号；请改正。',
    en: 'reading breaks off here: {said}. Most often a bracket, quote, colon or comma lacks on this line or the one before; correct it.',
  },
  indent: { zh: '缩进不对，请与同一层的各行对齐。', en: 'the indentation is wrong; align it with the lines of its group. ({said})' },
  'rest-unread': {
    zh: '这一处以后的内容要等它改正了才能检查。',
    en: 'what follows it can be checked only when this is corrected.',
  },
  'no-table': { zh: '这里读不下去：多半是引号没有配对，请改正。', en: 'reading breaks off here, most often at a quote: {said}' },
  'no-column': { zh: '第一行缺少列“{column}”，请补上。', en: 'the first line has no column “{column}”; add it.' },
  'other-column': {
    zh: '没有“{column}”这一列，请删去或者改正；应有的列：{known}。',
    en: 'there is no column “{column}”; remove or correct it. The columns are: {known}.',
  },
  'torn-row': {
    zh: '这一行有 {found} 格，应当有 {wanted} 格；请检查逗号和引号。',
    en: 'this row has {found} cells and must have {wanted}; look at its commas and quotes.',
  },
  'too-many-aliases': { zh: '别名（*名称）套得太多，请写出内容。', en: 'aliases (*name) are nested too deep; write the contents out.' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is said above and below the faults of files. */
export const refusedWords = {
  'law-one': {
    zh: '法律数据有 1 处错误，没有启动。',
    en: 'The law as data has a fault; nothing was started.',
  },
  'law-many': {
    zh: '法律数据有 {n} 处错误，没有启动。',
    en: 'The law as data has {n} faults; nothing was started.',
  },
  'county-one': {
    zh: '本县的数据文件有 1 处错误，没有启动。',
    en: 'The county’s files have a fault; nothing was started.',
  },
  'county-many': {
    zh: '本县的数据文件有 {n} 处错误，没有启动。',
    en: 'The county’s files have {n} faults; nothing was started.',
  },
  law: {
    zh: '请改正列出的各行，再重新启动。时限怎样写见 law/README.md，年度日历怎样写见 docs/schemas/calendar.schema.json；`git diff law` 列出改动过的地方。',
    en: 'Correct the lines named and start again. What a term consists of stands in law/README.md, what a year consists of in docs/schemas/calendar.schema.json; `git diff law` shows what was changed.',
  },
  county: {
    zh: '请改正列出的各行，再重新启动；`git diff county` 列出改动过的地方。',
    en: 'Correct the lines named and start again; `git diff county` shows what was changed.',
  },
  line: { zh: '{file} 第 {line} 行：{said}', en: '{file} line {line}: {said}' },
  at: { zh: '{place}：{said}', en: '{place}: {said}' },
  misplaced: {
    zh: '{id} 标着 {mark}，属于本县参数，请移到 law/county/。',
    en: '{id} is marked {mark}, a county parameter: move it to law/county/',
  },
  'misplaced-national': {
    zh: '{id} 标着 {mark}，属于国家法律，请移到 law/ 里那部法律的文件。',
    en: '{id} is marked {mark}, national law: move it to the file of its statute in law/',
  },
  'foreign-id': { zh: '{id} 所在的文件里，编号应当以 {statute}. 开头。', en: '{id} stands in a file whose ids begin with {statute}.' },
  'mark-differs': {
    zh: '{id}：verified 只和标记 V（读过原文）一起写；这里是 {confidence}，标着 {mark}。',
    en: '{id}: verified goes with mark V, which was read in the text; this is {confidence} and marked {mark}',
  },
  'no-parameter': {
    zh: 'law/county：没有参数 {id}，缺了它什么也不能运行；请补上。',
    en: 'law/county: no parameter {id}, without which nothing runs; add it.',
  },
  'year-name': { zh: '这里写的是 {year} 年，文件名请改为 {year}.yaml。', en: 'holds the year {year}; name it {year}.yaml' },
} as const satisfies Readonly<Record<string, Text>>;
