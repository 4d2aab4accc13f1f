import "server-only";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { visitor } from "@/lib/auth/visitor";

/** Whoever runs a command on the server itself: no session, no role; the trail shows the name given. */
export function operatorActor(name = "命令行"): Actor {
  return visitor({ id: null, name });
}

/** The operator as staff of some committees: for commands on the server that write to their registers. */
export function operatorOf(committeeIds: string[], name?: string): Actor {
  return mintActor({ ...operatorActor(name), roles: ["STAFF"], committeeIds });
}
