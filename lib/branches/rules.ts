import type { BranchKind, OfficerPost } from "@/generated/prisma/enums";
import { addMonths, type Day, formatDayInText } from "@/lib/calendar";
import { branchSize, jointBranchUnits } from "@/lib/coverage/rules/standing";

/** A hint to the person at the desk and where it is written. Nothing is refused because of it. */
export type Advice = { rule: string; text: string; source: string };

/** A unit under a branch: an enterprise and its full members today. */
export type Unit = { name: string; fullCount: number };

export type TermState = "NONE" | "RUNNING" | "DUE_SOON" | "OVERDUE";

const size = "《中国共产党支部工作条例（试行）》第二章：正式党员 3 人以上应当成立党支部，党员人数一般不超过 50 人。";
const joint =
  "《中国共产党支部工作条例（试行）》第二章：正式党员不足 3 人的单位成立联合党支部，覆盖单位一般不超过 5 个。";
const committee =
  "《中国共产党支部工作条例（试行）》第六章：正式党员 7 人以上设支部委员会，由 3 至 5 人组成，一般不超过 7 人，设书记和组织、宣传、纪检委员等；不足 7 人设书记 1 名，必要时设副书记 1 名。";
const term =
  "《关于党的基层组织任期的意见》（2018）：党支部每届任期 3 年；《中国共产党基层组织选举工作条例》（2020）：提前或者延期换届须经上级党组织批准，延期一般不超过 1 年。";

/** Months of one term of a branch (基层组织任期的意见 2018). */
const termMonths = 36;

/** The election is announced this many months before the term ends (practice stated for the branch rules). */
const reminderMonths = 6;

/** 支部工作条例（试行）第二章: at least 3 full members, generally at most 50 members (full and probationary). */
export function sizeAdvice(fullCount: number, memberCount: number): Advice[] {
  if (fullCount < branchSize) {
    const text = `现有正式党员 ${fullCount} 名，不足 3 名。可与邻近单位联合，或吸收新成员后再单独设置。`;
    return [{ rule: "branchTooSmall", text, source: size }];
  }
  if (memberCount > 50) {
    const text = `现有党员 ${memberCount} 名，超过 50 名。可考虑分设支部或者成立党总支。`;
    return [{ rule: "branchTooLarge", text, source: size }];
  }
  return [];
}

/** 支部工作条例（试行）第二章: each unit of a joint branch has fewer than 3 full members; generally at most 5 units. */
export function unitAdvice(kind: BranchKind, units: Unit[]): Advice[] {
  if (kind === "SINGLE") return [];
  const advice = units
    .filter(({ fullCount }) => fullCount >= branchSize)
    .map(({ name, fullCount }) => ({
      rule: "unitFitForOwnBranch",
      text: `“${name}”有正式党员 ${fullCount} 名，由联合支部覆盖，已具备单建条件。`,
      source: size,
    }));
  if (units.length <= jointBranchUnits) return advice;
  const text = `现覆盖 ${units.length} 家单位，超过 ${jointBranchUnits} 家。可考虑分设联合支部。`;
  return [...advice, { rule: "tooManyUnits", text, source: joint }];
}

const postsOfCommittee: Record<Exclude<OfficerPost, "DEPUTY_SECRETARY">, string> = {
  SECRETARY: "书记",
  ORGANIZATION: "组织委员",
  PUBLICITY: "宣传委员",
  DISCIPLINE: "纪检委员",
};

/**
 * 支部工作条例（试行）第六章: from 7 full members a committee with secretary, organization, publicity and discipline,
 * at most 7 people; with fewer than 7 full members a secretary. `officers` are the posts held today, one per post.
 */
export function officerAdvice(fullCount: number, officers: { memberId: string; post: OfficerPost }[]): Advice[] {
  const held = new Set(officers.map(({ post }) => post));
  if (fullCount < 7) {
    if (held.has("SECRETARY")) return [];
    return [
      { rule: "secretaryMissing", text: "还没有登记书记。正式党员不足 7 名的支部设书记 1 名。", source: committee },
    ];
  }
  const advice: Advice[] = [];
  const missing = Object.entries(postsOfCommittee).filter(([post]) => !held.has(post as OfficerPost));
  if (missing.length > 0) {
    const names = missing.map(([, name]) => name).join("、");
    const text = `正式党员 ${fullCount} 名，应设支部委员会；现缺${names}。`;
    advice.push({ rule: "committeeIncomplete", text, source: committee });
  }
  const people = new Set(officers.map(({ memberId }) => memberId)).size;
  if (missing.length === 0 && (people < 3 || people > 7)) {
    const text = `支部委员会现有 ${people} 人。一般由 3 至 5 人组成，不超过 7 人。`;
    advice.push({ rule: "committeeSize", text, source: committee });
  }
  return advice;
}

/** First day after a term that starts on a day: three years later (基层组织任期的意见 2018). */
export function termEnd(startsOn: Day): Day {
  return addMonths(startsOn, termMonths);
}

/** How a branch's last term stands on a day. `endsOn` is the first day after the term; null: no term recorded. */
export function termState(endsOn: Day | null, day: Day): TermState {
  if (endsOn === null) return "NONE";
  if (endsOn <= day) return "OVERDUE";
  return endsOn <= electionDueUntil(day) ? "DUE_SOON" : "RUNNING";
}

/** A term that ends on or before this day is within the reminder of six months. */
export function electionDueUntil(day: Day): Day {
  return addMonths(day, reminderMonths);
}

/** One sentence about the next election, and what follows from it. Takes the last term recorded. */
export function termAdvice(last: { startsOn: Day; endsOn: Day } | null, day: Day): Advice[] {
  switch (termState(last?.endsOn ?? null, day)) {
    case "NONE":
      return [{ rule: "termMissing", text: "还没有登记任期，无法提醒换届。请登记本届任期。", source: term }];
    case "OVERDUE":
      return [{ rule: "termOverdue", text: overdueText(last?.endsOn ?? day, day), source: term }];
    case "DUE_SOON": {
      const text = `本届任期将于${formatDayInText(last?.endsOn ?? day)}届满，请在届满前完成换届选举。`;
      return [{ rule: "termElection", text, source: term }];
    }
    case "RUNNING":
      return last && isUnusualTerm(last) ? [unusualTerm(last)] : [];
  }
}

function overdueText(endsOn: Day, day: Day): string {
  const ended = `任期已于${formatDayInText(endsOn)}届满，还没有登记换届。`;
  return addMonths(endsOn, 12) < day
    ? `${ended}延期已超过 1 年，请尽快换届。`
    : `${ended}延期须经上级党组织批准，一般不超过 1 年。`;
}

/** A term more than a year shorter or longer than three years is probably a slip of the pen. */
function isUnusualTerm({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean {
  return endsOn < addMonths(startsOn, termMonths - 12) || endsOn > addMonths(startsOn, termMonths + 12);
}

function unusualTerm({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Advice {
  const text = `登记的任期自${formatDayInText(startsOn)}至${formatDayInText(endsOn)}，与 3 年相差超过 1 年，请核对。`;
  return { rule: "termUnusual", text, source: term };
}

/**
 * Whether one enterprise may stand under two branches at once: a large one may have several branches of its own;
 * a unit of a joint branch has no other (支部工作条例（试行）第二章).
 */
export function mayShareEnterprise(kind: BranchKind, other: BranchKind): boolean {
  return kind === "SINGLE" && other === "SINGLE";
}

type Held = { validFrom: Day; validTo: Day | null };

type BranchFile = {
  kind: BranchKind;
  dissolvedOn: Day | null;
  figures: { fullCount: number; memberCount: number };
  coverages: (Held & { enterprise: { name: string }; fullCount: number })[];
  officers: (Held & { memberId: string; post: OfficerPost })[];
  terms: { startsOn: Day; endsOn: Day }[];
};

/** True when a dated fact holds on a day. */
export function holdsOn(day: Day, { validFrom, validTo }: Held): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

/** What the rules advise about a branch today; nothing about a dissolved one. */
export function branchAdvice(file: BranchFile, day: Day): Advice[] {
  if (file.dissolvedOn) return [];
  const { fullCount, memberCount } = file.figures;
  const units = file.coverages
    .filter((coverage) => holdsOn(day, coverage))
    .map((coverage) => ({ name: coverage.enterprise.name, fullCount: coverage.fullCount }));
  const officers = file.officers.filter((officer) => holdsOn(day, officer));
  return [
    ...termAdvice(file.terms[0] ?? null, day),
    ...sizeAdvice(fullCount, memberCount),
    ...officerAdvice(fullCount, officers),
    ...unitAdvice(file.kind, units),
  ];
}

/** A name to start from: the enterprise's, or for several that of the building or park they share. */
export function suggestedName(
  enterprises: { name: string; parkName: string | null; buildingName: string | null }[],
): string {
  const [first, ...others] = enterprises;
  if (!first) return "";
  if (others.length === 0) return `${first.name}党支部`;
  const isShared = (part: "parkName" | "buildingName") => others.every((other) => other[part] === first[part]);
  if (!first.parkName || !isShared("parkName")) return "";
  return `${first.parkName}${isShared("buildingName") ? (first.buildingName ?? "") : ""}联合党支部`;
}
