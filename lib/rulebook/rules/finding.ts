import type { BranchKind, OfficerPost, OrgLifeKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";

export const outcomes = ["BREACHED", "DUE", "FULFILLED", "NOT_APPLICABLE"] as const;

/** How a rule stands for its subject on a day. "Does not apply" is not "fulfilled". */
export type Outcome = (typeof outcomes)[number];

export const ruleIds = [
  "branchSize",
  "organizationSize",
  "jointBranch",
  "branchCommittee",
  "term",
  "electionReminder",
  "generalMeeting",
  "committeeMeeting",
  "groupMeeting",
  "partyLecture",
  "themeDay",
  "orgLifeMeeting",
  "democraticAppraisal",
  "quorum",
  "probation",
  "floatingMember",
] as const;

export type RuleId = (typeof ruleIds)[number];

type Held = { validFrom: Day; validTo: Day | null };

/** A unit under a branch: an enterprise and its full members on the day. */
export type Unit = { name: string; fullCount: number };

/** A member's time in the branch; `fullFrom` is the day of becoming a full member, null while on probation. */
export type Membership = Held & { fullFrom: Day | null };

export type Officer = { memberId: string; post: OfficerPost };

export type Meeting = { kinds: OrgLifeKind[]; groupId: string | null; heldOn: Day };

export type Vote = { heldOn: Day; entitledCount: number; presentCount: number };

/** Everything the rules look at in one branch. Dated facts reach back as far as the rules do. */
export type BranchFile = {
  id: string;
  name: string;
  kind: BranchKind;
  foundedOn: Day;
  dissolvedOn: Day | null;
  /** Members, full and probationary. */
  memberships: Membership[];
  /** Covered on the day. */
  units: Unit[];
  officers: (Held & Officer)[];
  groups: (Held & { id: string; name: string })[];
  lastTerm: { startsOn: Day; endsOn: Day } | null;
  probationers: { id: string; name: string; joinedOn: Day | null }[];
  meetings: Meeting[];
  /** Votes taken on resolutions, with their figures. */
  votes: Vote[];
  /** How many months apart lectures are, since which day; the earliest first, and the first since ever. */
  lectureRhythms: { from: Day; months: number }[];
};

export type Subject = { kind: "BRANCH" | "MEMBER"; id: string; name: string };

/** What a check says of a branch, or of one of its members. */
export type Judgement = { outcome: Outcome; text: string; dueOn?: Day; subject?: Subject };

/** A rule: what it asks, where it is written, since when it holds, and a pure check with the day as an argument. */
export type Rule = {
  id: RuleId;
  title: string;
  article: string;
  source: string;
  /** Whom its findings are about. */
  about: Subject["kind"];
  /** Whom it concerns, in words. */
  concerns: string;
  validFrom: Day;
  validTo: Day | null;
  /** Null: the portal's records do not allow a judgement; the rule is shown only. */
  check: ((file: BranchFile, day: Day) => Judgement[]) | null;
};

/** What a rule says of its subject on a day. */
export type Finding = {
  rule: RuleId;
  outcome: Outcome;
  subject: Subject;
  branchId: string;
  day: Day;
  dueOn: Day | null;
  text: string;
};

export const branchRegulation = "《中国共产党支部工作条例（试行）》";

/** Issued on this day. */
export const branchRegulationFrom: Day = "2018-10-28";

/** A finding is put aside for at most so many months at a time. */
export const longestSilenceMonths = 12;
