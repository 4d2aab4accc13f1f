/** What one kept file may be. A file is kept whole or refused, never cut. */
export const fileLimits = {
  fileBytes: 20 * 1024 * 1024,
  /** Room for the other fields of the form around the file. */
  formBytes: 20_000,
  nameLength: 120,
  /** Larger pictures are refused before they are unpacked; larger ones than `pictureEdge` are made smaller. */
  picturePixels: 64_000_000,
  pictureEdge: 4_096,
  archiveParts: 5_000,
  archiveBytes: 400 * 1024 * 1024,
};

export const fileMegabytes = fileLimits.fileBytes / 1024 / 1024;
