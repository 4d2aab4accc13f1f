const MiB = 1024 * 1024;

/**
 * How much of one uploaded file is read. Together they keep a read below about 300 MiB whatever the file holds:
 * `partBytes` bounds what lies outside the heap, `heapMiB` what lies inside.
 */
export const sheetLimits = {
  fileBytes: 20 * MiB,
  /** All parts of a workbook, inflated. 100,000 rows of 14 columns come to about 60 MiB. */
  partBytes: 72 * MiB,
  parts: 1_000,
  /** A part inflating more than this many times is refused when it is also over `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 8 * MiB,
  sheets: 64,
  rows: 100_000,
  columns: 200,
  cells: 1_500_000,
  heapMiB: 224,
  milliseconds: 20_000,
};

export type SheetLimits = typeof sheetLimits;
