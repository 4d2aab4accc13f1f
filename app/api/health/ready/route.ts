import { isDatabaseReady } from "@/lib/db/ready";

/** The process can do its work: the database answers within a second. No details, this door is open. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return new Response(isReady ? "ok" : "not ready", {
    status: isReady ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
