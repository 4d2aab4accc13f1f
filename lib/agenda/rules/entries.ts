import { describeBranch, describeFact, describeGroup } from "@/lib/agenda/labels";
import { addDays, type Day } from "@/lib/calendar";

/** In the order in which a day lists them. */
export const agendaKinds = [
  "TASK",
  "SUMMARY",
  "DUTY",
  "TERM",
  "ELECTION",
  "PROBATION",
  "SHIFT",
  "ACTIVITY",
  "MEETING",
] as const;

export type AgendaKind = (typeof agendaKinds)[number];

/** One matter of one branch on one day. */
export type AgendaFact = {
  kind: AgendaKind;
  day: Day;
  /** What the same matter has in common in every branch: the task, the plan, the kind of meeting. */
  about: string;
  title: string;
  /** What must not leave the portal: a member's name, a meeting's topic. */
  detail: string;
  /** The branch, or the service point of a shift. */
  branch: { id: string; name: string };
  href: string;
  /** Nothing is left to do. */
  isDone: boolean;
};

export type AgendaItem = { words: string; href: string; isDone: boolean };

/** A line of a day: one matter, or the same matter in several branches with `items` behind it. */
export type AgendaEntry = AgendaItem & {
  /** Stays the same while branches come and go: a calendar program knows the entry by it. */
  key: string;
  kind: AgendaKind;
  day: Day;
  items: AgendaItem[];
};

/** How an entry is worded: with the branch's name where the reader has several, with names of people where they may be read. */
export type Wording = { branches: boolean; names: boolean };

/** How far ahead a desk and the branch's page look. */
export const horizonDays = 90;

/** The lines of every day, the earliest first, in the order of the kinds. */
export function agendaEntries(facts: AgendaFact[], shows: Wording): AgendaEntry[] {
  const groups = Map.groupBy(facts, ({ kind, about, day }) => `${kind}-${about}-${day}`);
  return [...groups]
    .map(([key, group]) => entryOf(key, group, shows))
    .toSorted((a, b) => compare(a.day, b.day) || rank(a.kind) - rank(b.kind) || compare(a.key, b.key));
}

function entryOf(key: string, facts: AgendaFact[], shows: Wording): AgendaEntry {
  const [first, ...more] = facts as [AgendaFact, ...AgendaFact[]];
  const { kind, day } = first;
  const itemOf = (fact: AgendaFact, words: string) => ({ words, href: fact.href, isDone: fact.isDone });
  if (more.length === 0) return { key, kind, day, ...itemOf(first, wordsOf(first, shows)), items: [] };
  const isDone = facts.every((fact) => fact.isDone);
  const items = facts
    .toSorted((a, b) => compare(a.branch.name, b.branch.name))
    .map((fact) => itemOf(fact, shows.branches ? describeBranch(fact, shows) : describeFact(fact, shows)));
  return { key, kind, day, words: describeGroup(facts), href: first.href, isDone, items };
}

function wordsOf(fact: AgendaFact, shows: Wording): string {
  const words = describeFact(fact, shows);
  return shows.branches ? `${fact.branch.name}：${words}` : words;
}

/**
 * What a branch has before it: what is overdue and what falls due within the horizon, the earliest first. What is done,
 * meetings, activities, and a past day to begin an election are no deadlines: the term's own end stands for it.
 */
export function openDeadlines(facts: AgendaFact[], day: Day): AgendaFact[] {
  const last = addDays(day, horizonDays);
  return facts
    .filter(({ kind, isDone }) => !isDone && kind !== "MEETING" && kind !== "ACTIVITY")
    .filter((fact) => fact.day <= last && (fact.kind !== "ELECTION" || fact.day >= day))
    .toSorted((a, b) => compare(a.day, b.day) || rank(a.kind) - rank(b.kind) || compare(a.title, b.title));
}

const rank = (kind: AgendaKind) => agendaKinds.indexOf(kind);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
