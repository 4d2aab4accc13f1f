/** What a cell holds. A date cell is a day; text stays text, so an ID number never passes through a float. */
export type Cell = string | number | boolean | null | { day: string };

/** One sheet as people see it: `rows[0]` is line 1. Empty lines are `[]`, cells missing at a line's end are left out. */
export type Sheet = { name: string; hidden: boolean; rows: Cell[][] };

/** A file somebody sent, in the order of its sheets. A CSV file is one sheet. */
export type SheetFile = { sheets: Sheet[] };

export type FileKind = "xlsx" | "xls" | "csv";
