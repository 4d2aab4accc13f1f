import { Prisma } from "@/generated/prisma/client";
import { nameMatches } from "@/lib/search/keys";

/** `nameMatches` as a condition on a `searchKeys` column, such as `m."searchKeys"`. Null for an empty text. */
export function nameMatchesSql(text: string, column: Prisma.Sql): Prisma.Sql | null {
  const filter = nameMatches(text);
  if (!filter) return null;
  const ways = "OR" in filter ? filter.OR : [filter];
  const conditions = ways.map(({ searchKeys }) => Prisma.sql`${column} @> ${searchKeys.hasEvery}::text[]`);
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}
