/** What was typed and is not yet saved on the server, on this device only: the texts, and the version they belong to. */
type KeptDraft = { version: string; texts: Record<string, string> };

const prefix = "summary-draft:";

/** One person's draft of one summary; another person on the same device finds nothing of it. */
export function draftKey(userId: string, planId: string, branchId: string): string {
  return `${prefix}${userId}:${planId}:${branchId}`;
}

/** Keeps a draft; false where the browser keeps nothing. */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(key: string): KeptDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null");
    return draft && typeof draft.version === "string" && typeof draft.texts === "object" ? draft : null;
  } catch {
    return null;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing can be.
  }
}

/** After a log-out nothing of anybody's drafts stays on the device. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
