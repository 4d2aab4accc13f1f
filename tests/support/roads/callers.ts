/** The accounts of the samples, one for each kind of caller. `city` stands above `staff`. */
export const callers = ["city", "staff", "secretary", "instructor", "admin", "auditor"] as const;

export type Caller = (typeof callers)[number];

export type Row = {
  /** For whom the road exists. */
  opens: readonly Caller[];
  /** Open to everybody, without a session. */
  isPublic?: true;
  /** Exists only for a record in another state than those the sweep takes: ended, still a draft, already begun. */
  needsState?: "ended" | "draft" | "begun";
};

export const nobody: Row = { opens: [] };
export const open: Row = { opens: callers, isPublic: true };
export const everybody: Row = { opens: callers };
export const staffOnly: Row = { opens: ["city", "staff"] };
export const whenEnded: Row = { opens: ["city", "staff"], needsState: "ended" };
export const whenDraft: Row = { opens: ["city", "staff"], needsState: "draft" };
export const business: Row = { opens: ["city", "staff", "secretary", "instructor"] };
export const withMembers: Row = { opens: ["city", "staff", "secretary"] };
export const secretaryOnly: Row = { opens: ["secretary"] };
export const field: Row = { opens: ["city", "staff", "instructor"] };
export const instructorOnly: Row = { opens: ["instructor"] };
export const adminOnly: Row = { opens: ["admin"] };
export const auditorOnly: Row = { opens: ["auditor"] };
/** A committee is closed by the one above it. */
export const fromAbove: Row = { opens: ["city"] };
