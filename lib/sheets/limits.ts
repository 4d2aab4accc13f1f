const MiB = 1024 * 1024;

/** How much of one uploaded file is read. Whatever the file holds, the reading process stays below 400 MiB. */
export const sheetLimits = {
  fileBytes: 20 * MiB,
  /** A legacy .xls is parsed whole and takes many times its size; 10,000 rows of 20 columns are about 4 MB. */
  legacyFileBytes: 10 * MiB,
  /** All parts of a workbook, inflated. 100,000 rows of 14 columns come to about 100 MiB. */
  partBytes: 160 * MiB,
  parts: 1_000,
  /** A part that inflates more than this many times is refused when it is also over `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 8 * MiB,
  sheets: 64,
  /** Lines and cells of all sheets together. */
  rows: 200_000,
  cells: 2_000_000,
  columns: 200,
  heapMiB: 224,
  milliseconds: 20_000,
};

export type SheetLimits = typeof sheetLimits;
