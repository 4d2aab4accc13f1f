import { escapeText } from "@/components/ui/table-rows";
import { addDays, type Day, type Quarter, quarterDays } from "@/lib/calendar";
import { weekdayLabels } from "@/lib/duty/labels";
import { weekdayOf } from "@/lib/duty/rules";

export type MarkKind = "DONE" | "PLANNED" | "MISSED" | "CANCELLED" | "VISIT";

/** Something that was or is to be on a day; the text says it when the pointer rests on it. */
export type Mark = { day: Day; kind: MarkKind; text: string };

/** Each kind has a shape of its own; the colour only repeats it. Drawn around 0,0 in a box of 14. */
const shapes: Record<MarkKind, string> = {
  DONE: '<circle r="6" fill="#2e7d4f"/><path d="M-3 0 L-1 2.5 L3 -2.5" fill="none" stroke="#fff" stroke-width="1.6"/>',
  PLANNED: '<circle r="5.2" fill="#fff" stroke="#2563a6" stroke-width="1.6"/>',
  MISSED: '<path d="M-4.5 -4.5 L4.5 4.5 M4.5 -4.5 L-4.5 4.5" stroke="#b42318" stroke-width="2"/>',
  CANCELLED: '<path d="M-5 0 H5" stroke="#57606a" stroke-width="2"/>',
  VISIT: '<path d="M0 -6 L6 0 L0 6 L-6 0 Z" fill="#9a6700"/>',
};

const [labelWidth, cellWidth, headHeight, cellHeight] = [52, 54, 24, 34];
/** More than three marks of a day become three and a number. */
const mostMarks = 3;

/** A quarter, a week a line from Monday to Sunday, with its marks. Every text in it is escaped. */
export function drawQuarterWeeks(quarter: Quarter, marks: Mark[], today: Day): string {
  const { from, to } = quarterDays(quarter);
  const byDay = Map.groupBy(marks, ({ day }) => day);
  const lines: string[] = [];
  let row = 0;
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    const first = week.find((day) => day >= from) ?? monday;
    lines.push(words(labelWidth - 8, topOf(row) + 21, writeShort(first), "end"));
    for (const [index, day] of week.entries()) {
      if (day >= from && day <= to) lines.push(cell(index, row, day, byDay.get(day) ?? [], day === today));
    }
    row += 1;
  }
  const heads = Object.values(weekdayLabels).map((label, index) =>
    words(leftOf(index) + cellWidth / 2, 16, label.slice(1), "middle"),
  );
  const [width, height] = [labelWidth + 7 * cellWidth + 2, topOf(row) + 2];
  return `<svg width="100%" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg" font-size="12" font-family="inherit">${heads.join("")}${lines.join("")}</svg>`;
}

/** One shape by itself, for the legend. */
export function drawMark(kind: MarkKind): string {
  return `<svg width="14" height="14" viewBox="-7 -7 14 14" xmlns="http://www.w3.org/2000/svg">${shapes[kind]}</svg>`;
}

const leftOf = (column: number) => labelWidth + column * cellWidth;
const topOf = (row: number) => headHeight + row * cellHeight;

function cell(column: number, row: number, day: Day, marks: Mark[], isToday: boolean): string {
  const [x, y] = [leftOf(column), topOf(row)];
  const look = isToday ? 'stroke="#1f2328" stroke-width="2"' : 'stroke="#e5e2dc"';
  const frame = `<rect x="${x + 1}" y="${y + 1}" width="${cellWidth - 2}" height="${cellHeight - 2}" rx="4" fill="${column > 4 ? "#f7f6f3" : "#fff"}" ${look}/>`;
  const date = `<text x="${x + 5}" y="${y + 13}" font-size="10" fill="#57606a">${Number(day.slice(8))}</text>`;
  const shown = marks.slice(0, mostMarks);
  const middle = x + cellWidth / 2 - (shown.length - 1) * 7.5;
  const drawn = shown.map(
    ({ kind, text }, index) =>
      `<g transform="translate(${middle + index * 15} ${y + 21})"><title>${escapeText(text)}</title>${shapes[kind]}</g>`,
  );
  const rest = marks.length > mostMarks ? words(x + cellWidth - 4, y + 12, `+${marks.length - mostMarks}`, "end") : "";
  return frame + date + drawn.join("") + rest;
}

function words(x: number, y: number, text: string, anchor: "middle" | "end"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#57606a">${escapeText(text)}</text>`;
}

/** `11-23`. */
const writeShort = (day: Day) => day.slice(5);
