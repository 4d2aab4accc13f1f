type Upload = { kind?: string; committeeId?: string; parkId?: string | null; refusal?: string };

/** The upload page with what was chosen, and why the last file was not taken. */
export function importUploadPath({ kind, committeeId, parkId, refusal }: Upload): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    kind,
    committee: committeeId,
    park: parkId,
    refusal: refusal?.slice(0, 500),
  })) {
    if (value) query.set(name, value);
  }
  return `/imports/new?${query}`;
}
