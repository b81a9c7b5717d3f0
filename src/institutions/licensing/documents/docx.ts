import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { DecisionDocument } from './decision.ts';
import { documentWords as words } from './words.ts';

/** Sizes in half points: 二号, 三号, 四号. */
const [TITLE, BODY, SMALL] = [44, 32, 24];
const RED = 'B5301F';
const face = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, hint: 'eastAsia' as const });
/** Exactly 28 points, as official papers are set (GB/T 9704). */
const LINE = { line: 560, lineRule: LineRuleType.EXACT };

/** The decision as a file of a word processor: A4, the organ's name in red above its line, the text in 三号仿宋 (GB/T 9704). */
export function toDocx(paper: DecisionDocument): Promise<Buffer> {
  const mm = convertMillimetersToTwip;
  const document = new Document({
    creator: paper.organ,
    title: paper.title,
    description: paper.number,
    styles: { default: { document: { run: { font: face(words['font-body']), size: BODY } } } },
    sections: [
      {
        properties: {
          page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } },
        },
        headers: {
          default: new Header({
            children: paper.marks.map((mark) => line(mark, { size: SMALL, colour: RED, align: AlignmentType.CENTER })),
          }),
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 8 } },
            children: [new TextRun({ text: paper.organ, font: face(words['font-title']), size: 52, bold: true, color: RED })],
          }),
          line(paper.title, { size: TITLE, font: words['font-title'], bold: true, align: AlignmentType.CENTER }),
          line(paper.number, { align: AlignmentType.CENTER, after: 240 }),
          line(paper.to, {}),
          ...paper.sections.flatMap(({ heading, paragraphs }) => [
            line(heading, { font: words['font-heading'], indent: true }),
            ...paragraphs.map((text) => line(text, { indent: true })),
          ]),
          line(paper.remedies.heading, { font: words['font-heading'], indent: true }),
          line(paper.remedies.text, { indent: true }),
          line('', {}),
          line(paper.organ, { align: AlignmentType.RIGHT, keep: true }),
          line(paper.seal, { align: AlignmentType.RIGHT, colour: RED, keep: true }),
          line(paper.date, { align: AlignmentType.RIGHT, after: 360 }),
          ...paper.foot.map((text) => line(text, { size: SMALL })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

interface Look {
  readonly size?: number;
  readonly font?: string;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Two characters in. */
  readonly indent?: boolean;
  readonly after?: number;
  readonly keep?: boolean;
}

/** XML cannot hold control characters; a line break is one of the paper's own. */
const readable = (text: string): string => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ');

const line = (text: string, look: Look): Paragraph =>
  new Paragraph({
    alignment: look.align,
    spacing: { ...LINE, after: look.after },
    keepNext: look.keep,
    ...(look.indent && { indent: { firstLine: 640 } }),
    children: text.split('\n').map(
      (part, i) =>
        new TextRun({
          text: readable(part),
          size: look.size,
          bold: look.bold,
          color: look.colour,
          ...(look.font && { font: face(look.font) }),
          ...(i > 0 && { break: 1 }),
        }),
    ),
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ size: SMALL, children: [words.page, PageNumber.CURRENT, words['page-of'], PageNumber.TOTAL_PAGES, words['page-end']] }),
    ],
  });
