import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The accounts of the samples, one for each kind of caller. */
export type Caller = "city" | "staff" | "secretary" | "instructor" | "admin" | "auditor";
export const callers: Caller[] = ["city", "staff", "secretary", "instructor", "admin", "auditor"];

type Row = { opens: Caller[]; anonymous?: true };

const staffOnly: Row = { opens: ["city", "staff"] };
const business: Row = { opens: ["city", "staff", "secretary", "instructor"] };
const everybody: Row = { opens: callers };
const open: Row = { opens: callers, anonymous: true };
const adminOnly: Row = { opens: ["admin"] };
const auditorOnly: Row = { opens: ["auditor"] };
const peopleWithMembers: Row = { opens: ["city", "staff", "secretary"] };
const fieldToo: Row = { opens: ["city", "staff", "instructor"] };

/**
 * Role × page. A page missing here fails the sweep. For a caller not named the page does not exist;
 * for one named it shows what is in the caller's scope, and ids outside the scope do not exist either.
 */
export const pages: Record<string, Row> = {
  "/login": open,
  "/password": everybody,
  "/password/set": open,
  "/floor": { opens: [], anonymous: true },
  "/": everybody,
  "/sessions": everybody,
  "/search": business,
};

export const routes: Record<string, Row> = {};

/** Role × server action, by the name it is exported under. */
export const actions: Record<string, Row> = {};

/** Every `page.tsx` and `route.ts` under app, as the address it answers. */
export function addressesOf(kind: "page.tsx" | "route.ts"): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => file === kind || file.endsWith(`/${kind}`))
    .map((file) => `/${file.slice(0, -kind.length).replace(/\/$/, "")}`.replaceAll(/\/\([^/]+\)/g, "") || "/")
    .toSorted();
}

/** Every exported server action of lib. */
export function exportedActions(): string[] {
  return readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)actions(\.ts$|\/[^/]+\.ts$)/.test(file))
    .flatMap((file) => [...readFileSync(join(root, "lib", file), "utf8").matchAll(/export async function (\w+)/g)])
    .map(([, name]) => name ?? "")
    .toSorted();
}

export { adminOnly, auditorOnly, fieldToo, peopleWithMembers, relative, staffOnly };
