/** What became of a save while typing. */
export type SaveOutcome =
  | { kind: "saved"; version: string }
  | { kind: "conflict"; version: string; theirs: Record<string, string> }
  | { kind: "lapsed" }
  | { kind: "unreachable" }
  | { kind: "refused"; message: string };

/** Sends the fields of the form to be saved as a draft. Never throws: whatever happens has words. */
export async function postDraft(fields: Record<string, string>): Promise<SaveOutcome> {
  let answer: Response;
  try {
    answer = await fetch("/api/summaries/draft", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
  } catch {
    return { kind: "unreachable" };
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 200) return { kind: "saved", version: String(body.version) };
  if (answer.status === 401) return { kind: "lapsed" };
  if (answer.status === 409) return { kind: "conflict", version: String(body.version), theirs: body.theirs ?? {} };
  if (answer.status >= 500) return { kind: "unreachable" };
  return { kind: "refused", message: String(body.message ?? "这份总结现在不能保存。请复制内容后刷新页面。") };
}
