import type { Cell } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";

/** Part of a file, in the order it is read: first its sheets, then their lines; `from` is the index of the first. */
export type Portion = { sheets: { name: string; hidden: boolean }[] } | { sheet: number; from: number; rows: Cell[][] };

const cellsPerPortion = 10_000;

/** Gathers the lines of all sheets, holds them against the limits, and gives them out in portions. */
export class RowGatherer {
  private readonly limits: SheetLimits;
  private sheet = 0;
  private next = 0;
  private rows: Cell[][] = [];
  private gathered = 0;
  private lines = 0;
  private cells = 0;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  startSheet(index: number): void {
    this.sheet = index;
    this.next = 0;
  }

  /** Takes the line with the given index (0 is line 1). Lines without content are left out, their numbers kept. */
  add(line: number, row: Cell[]): void {
    if (row.length === 0) return;
    if (line < this.next) throw new Refused("DAMAGED", `line ${line + 1} after line ${this.next}`);
    this.lines += line + 1 - this.next;
    this.cells += row.length;
    if (this.lines > this.limits.rows || this.cells > this.limits.cells) throw new Refused("ROWS", `line ${line + 1}`);
    for (; this.next < line; this.next++) this.rows.push([]);
    this.rows.push(row);
    this.next++;
    this.gathered += row.length;
  }

  get isFull(): boolean {
    return this.gathered >= cellsPerPortion || this.rows.length >= cellsPerPortion;
  }

  /** What was gathered since the last time; nothing when there is nothing. */
  *take(): Generator<Portion> {
    if (this.rows.length > 0) yield { sheet: this.sheet, from: this.next - this.rows.length, rows: this.rows };
    this.rows = [];
    this.gathered = 0;
  }
}

/** Puts a value into its column; refuses a value right of the last column that is read. */
export function putCell(row: Cell[], column: number, value: Cell, limits: SheetLimits): void {
  if (value === null || value === "") return;
  if (column >= limits.columns) throw new Refused("COLUMNS", `column ${column + 1}`);
  while (row.length < column) row.push(null);
  row[column] = value;
}
