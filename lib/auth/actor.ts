import type { Role } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";

declare const minted: unique symbol;

export type ActorFacts = {
  userId: string | null;
  name: string;
  roles: Role[];
  /** Staff: every committee in scope, the granted ones and all below them. */
  committeeIds: string[];
  /** Secretary: the branches led today. */
  branchIds: string[];
  /** Instructor: the profile whose assignments are the scope. */
  instructorId: string | null;
  /** The day on which scopes hold. */
  day: Day;
  sessionId?: string;
  ip?: string;
  requestId?: string;
  /** Made when a form was opened: the same key never acts twice. */
  requestKey?: string;
};

/** Who is asking. Minted from the database in `lib/auth`, by the seed and by tests; nowhere else. */
export type Actor = ActorFacts & { readonly [minted]: true };

/** The only way to make an Actor. */
export function mintActor(facts: ActorFacts): Actor {
  return facts as Actor;
}

/** The same person with the key of what is being sent: under one key nothing happens twice. */
export function withKey(actor: Actor, requestKey: string): Actor {
  return mintActor({ ...actor, requestKey });
}

/** True when the actor holds the role today. */
export function holds(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}
