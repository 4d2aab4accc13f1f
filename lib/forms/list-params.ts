import { z } from "zod";

export const pageSize = 50;

/** What `searchParams` may hold for any list; wrong values fall back instead of failing. */
export const listParams = z.object({
  q: z.string().max(50).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

/** A filter with a fixed set of values; anything else means "not filtered". */
export function filterOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined);
}

/** A filter by a record's id. */
export const filterId = z.uuid().optional().catch(undefined);

/** The sort order: a column of the list, `-` before it turns it round. */
export function sortOf<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  const orders = columns.flatMap((column) => [column, `-${column}`]) as [string, ...string[]];
  return z.enum(orders).catch(columns[0]).default(columns[0]) as z.ZodType<Columns[number] | `-${Columns[number]}`>;
}

/** `skip` and `take` of a page. */
export function pageWindow(page: number) {
  return { skip: (page - 1) * pageSize, take: pageSize };
}
