import { normaliseName } from "@/lib/identifiers/name";

export type Change<Field extends string = string> = { field: Field; old: unknown; new: unknown };

/** Two values of one field are the same when only spelling (spaces, width, brackets) differs. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "string" || typeof other !== "string") return false;
  return normaliseName(one) === normaliseName(other);
}

/** What a row changes: fields it says something about and that hold another value. An empty cell never erases. */
export function changesBetween<Values extends object>(
  known: { readonly [Field in keyof Values]: unknown },
  said: Values,
  fields: readonly (keyof Values & string)[],
): Change<keyof Values & string>[] {
  return fields
    .filter((field) => said[field] !== null && !isSame(known[field], said[field]))
    .map((field) => ({ field, old: known[field] ?? null, new: said[field] }));
}
