import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visitor } from "@/lib/auth/visitor";

/** Whoever runs a command on the server itself: no session, no role; the trail shows the name given. */
export function operatorActor(name = "命令行"): Actor {
  return visitor({ id: null, name });
}
