import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** Every `page.tsx` or `route.ts` under app, as the address it answers. */
export function addressesOf(kind: "page.tsx" | "route.ts"): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => file === kind || file.endsWith(`/${kind}`))
    .map((file) => `/${file.slice(0, -kind.length)}`.replaceAll(/\/\([^/]+\)/g, "").replace(/\/$/, "") || "/")
    .toSorted();
}

/** Every server action of lib, by the name it is exported under. */
export function exportedActions(): string[] {
  return readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)actions(\.ts$|\/[^/]+\.ts$)/.test(file))
    .flatMap((file) => [...readFileSync(join(root, "lib", file), "utf8").matchAll(/export async function (\w+)/g)])
    .map(([, name]) => name ?? "")
    .toSorted();
}

/** The actions of the build: by name, the id that reaches each, and a page whose form posts it. */
export function builtActions(): { name: string; id: string; page: string }[] {
  const manifest = JSON.parse(readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8"));
  const entries = Object.entries(manifest.node as Record<string, { exportedName: string; workers: object }>);
  return entries.map(([id, { exportedName, workers }]) => {
    const worker = Object.keys(workers).find((name) => name.endsWith("/page")) ?? "app/page";
    const page =
      worker
        .replace(/^app/, "")
        .replace(/\/page$/, "")
        .replaceAll(/\/\([^/]+\)/g, "") || "/";
    return { id, name: exportedName, page };
  });
}
