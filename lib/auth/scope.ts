import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";

/** Matches no row: where a role sees nothing of a noun. */
export const nowhere = { id: { in: [] as string[] } };

type Where = { OR?: Where[] };

/**
 * What an actor sees of a noun: the union of what each of the roles sees. No role, no row.
 * `scopeOf` answers for every role, so that a new role cannot be forgotten.
 */
export function within<W extends object>(actor: Actor, scopeOf: (role: Role) => W | typeof nowhere): W {
  const scopes = actor.roles.map(scopeOf).filter((scope) => scope !== nowhere);
  const [only] = scopes;
  if (only === undefined) return nowhere as W;
  return scopes.length === 1 ? (only as W) : ({ OR: scopes } as Where as W);
}
