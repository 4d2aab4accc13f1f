import { randomUUID } from "node:crypto";
import { type Actor, type ActorFacts, mintActor } from "@/lib/auth/actor";
import { today } from "@/lib/calendar";

/** A day to stand on, a second role, a known user. */
type More = Partial<ActorFacts>;

function actorWith(facts: Partial<ActorFacts>): Actor {
  return mintActor({
    userId: randomUUID(),
    name: "试用者",
    roles: [],
    committeeIds: [],
    branchIds: [],
    instructorId: null,
    day: today(),
    ...facts,
  });
}

/** Staff of a committee, or of several: name those below it too, as the session does. */
export function staffOf(committeeIds: string | string[], more: More = {}): Actor {
  return actorWith({ name: "党委工作人员", roles: ["STAFF"], committeeIds: [committeeIds].flat(), ...more });
}

/** The secretary of a branch, or of several. */
export function secretaryOf(branchIds: string | string[], more: More = {}): Actor {
  return actorWith({ name: "党支部书记", roles: ["SECRETARY"], branchIds: [branchIds].flat(), ...more });
}

/** The instructor with that profile: sees what is assigned to it. */
export function instructorOf(instructorId: string, more: More = {}): Actor {
  return actorWith({ name: "党建指导员", roles: ["INSTRUCTOR"], instructorId, ...more });
}

export function administrator(more: More = {}): Actor {
  return actorWith({ name: "系统管理员", roles: ["ADMIN"], ...more });
}

export function auditor(more: More = {}): Actor {
  return actorWith({ name: "审计员", roles: ["AUDITOR"], ...more });
}

/** An account without any role, though with every scope: only roles open anything. */
export function anonymousOf(scope: More = {}): Actor {
  return actorWith({ name: "无角色", ...scope });
}

/** The same person with a form opened once: pressing its button again carries the same key. */
export function withForm(actor: Actor, requestKey: string = randomUUID()): Actor {
  return mintActor({ ...actor, requestKey });
}
