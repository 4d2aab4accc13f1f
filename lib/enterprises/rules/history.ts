import type { Day } from "@/lib/calendar";

type Span = { validFrom: Day; validTo: Day | null };

export type DatedFacts = {
  registeredOn: Day | null;
  closedOn: Day | null;
  closeReason: string | null;
  name: string;
  formerNames: { name: string; validTo: Day }[];
  locations: (Span & { parkName: string; buildingName: string | null; isSettled: boolean })[];
  coverages: (Span & { branchName: string })[];
  assignments: (Span & { instructorName: string })[];
  associations: Span[];
  scaleYears: { year: number; source: string }[];
};

/** One line of an enterprise's history. `on` is a day, or a year where only the year is known. */
export type HistoryLine = { on: string; words: string };

type Event = HistoryLine & { isEnd?: boolean };

/** The dated facts of an enterprise as one story, oldest first; of one day, what ended before what began. */
export function historyOf(facts: DatedFacts): HistoryLine[] {
  const events: Event[] = [
    ...(facts.registeredOn ? [{ on: facts.registeredOn, words: "企业成立" }] : []),
    ...namesOf(facts),
    ...facts.locations.flatMap(locationLines),
    ...facts.coverages.flatMap((each) => span(each, `由${each.branchName}覆盖`, `不再由${each.branchName}覆盖`)),
    ...facts.assignments.flatMap((each) =>
      span(each, `${each.instructorName}开始联系`, `${each.instructorName}不再联系`),
    ),
    ...facts.associations.flatMap((each) => span(each, "加入协会", "退出协会")),
    ...facts.scaleYears.map(({ year, source }) => ({ on: String(year), words: `列入规模以上企业名单（${source}）` })),
    ...(facts.closedOn ? [{ on: facts.closedOn, words: facts.closeReason ?? "注销" }] : []),
  ];
  return events.sort(inTime).map(({ on, words }) => ({ on, words }));
}

function inTime(one: Event, other: Event): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return Number(other.isEnd ?? false) - Number(one.isEnd ?? false);
}

/** A former name ended on the day the next one began. */
function namesOf({ formerNames, name }: DatedFacts): Event[] {
  const inOrder = formerNames.toSorted((one, other) => (one.validTo < other.validTo ? -1 : 1));
  return inOrder.map((former, index) => ({
    on: former.validTo,
    words: `由“${former.name}”更名为“${inOrder[index + 1]?.name ?? name}”`,
  }));
}

function locationLines(location: DatedFacts["locations"][number]): Event[] {
  const place = `${location.parkName}${location.buildingName ?? ""}`;
  return span(location, location.isSettled ? `入驻${place}` : `注册在${place}，未入驻`, `结束在${place}的登记`);
}

function span({ validFrom, validTo }: Span, begins: string, ends: string): Event[] {
  const begun = { on: validFrom, words: begins };
  return validTo === null ? [begun] : [begun, { on: validTo, words: ends, isEnd: true }];
}
