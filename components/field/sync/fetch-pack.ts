import type { FieldPack } from "@/lib/field/queries/field-pack";
import { fieldVersion } from "@/lib/field/rules";

export type Fetched =
  | { kind: "pack"; pack: FieldPack }
  | { kind: "unreachable" }
  | { kind: "lapsed" }
  | { kind: "turned-away"; message: string };

/** What the instructor looks after, as the portal has it now. */
export async function fetchPack(): Promise<Fetched> {
  try {
    const reply = await fetch("/api/field/pack", { signal: AbortSignal.timeout(30_000) });
    if (reply.status === 401) return { kind: "lapsed" };
    if (reply.status === 404) {
      return { kind: "turned-away", message: "您的账号现在不是党建指导员。未送出的记录仍在本机，请联系系统管理员。" };
    }
    const pack: FieldPack = await reply.json();
    if (!reply.ok) return { kind: "unreachable" };
    if (pack.version !== fieldVersion) return { kind: "turned-away", message: "平台已更新，请刷新页面。" };
    return { kind: "pack", pack };
  } catch {
    return { kind: "unreachable" };
  }
}
