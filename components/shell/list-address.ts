export type ListParams = Record<string, string | undefined>;

/** The address of the same list with some parameters changed; empty ones are left out. */
export function listHref(path: string, params: ListParams, changes: ListParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, ...changes })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
