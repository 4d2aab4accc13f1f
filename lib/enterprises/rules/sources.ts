import { type Day, daysBetween } from "@/lib/calendar";

/** Who can say something about an enterprise. */
export const factSources = ["REGISTRY", "PARK", "SECRETARY", "INSTRUCTOR", "VISIT", "STAFF"] as const;
export type FactSource = (typeof factSources)[number];

/** The facts that come from several sources and keep where their value came from. */
export const sourcedFields = [
  "name",
  "creditCode",
  "category",
  "legalRepresentative",
  "investorName",
  "isInvestorMember",
  "registeredOn",
  "capitalWan",
  "employeeCount",
  "declaredMemberCount",
  "address",
  "contactName",
  "contactPhone",
  "isSettled",
  "parkName",
  "buildingName",
  "registration",
  "noBranchReason",
  "plannedBranchOn",
] as const;
export type SourcedField = (typeof sourcedFields)[number];

export type FactValue = string | number | boolean | null;

/** One source's word on one fact. A phone stands here masked: personal numbers are never kept in clear. */
export type FieldSource = { source: FactSource; on: Day; value: FactValue; importId?: string };

/** Field → what each source said last, newest first. The shape of `Enterprise.sources`. */
export type Sources = { [Field in SourcedField]?: FieldSource[] };

/** Facts that do not wear out: once known they are not asked again until somebody reports a change. */
const lasting: ReadonlySet<SourcedField> = new Set(["name", "creditCode", "category", "registeredOn", "registration"]);

/** The column as it was read from the database; anything that is not an object counts as empty. */
export function readSources(column: unknown): Sources {
  return typeof column === "object" && column !== null && !Array.isArray(column) ? (column as Sources) : {};
}

/**
 * The sources with one more word in: each source keeps only what it said last, newest day first; of one day, the word
 * that came last. A word older than what the same source has said since changes nothing. Gives a new object.
 */
export function withSource(sources: Sources, field: SourcedField, entry: FieldSource): Sources {
  const known = sources[field] ?? [];
  const earlier = known.find(({ source }) => source === entry.source);
  if (earlier && earlier.on > entry.on) return sources;
  const others = known.filter(({ source }) => source !== entry.source);
  const at = others.findIndex(({ on }) => on <= entry.on);
  const place = at < 0 ? others.length : at;
  return { ...sources, [field]: [...others.slice(0, place), entry, ...others.slice(place)] };
}

/** True when nobody has said it within `staleDays` days before `day`; a value without a recorded source is stale. */
export function isStale(entry: FieldSource | undefined, day: Day, staleDays: number): boolean {
  return entry === undefined || daysBetween(entry.on, day) > staleDays;
}

/** True for facts that grow old: numbers, contacts, places. */
export function canGrowStale(field: SourcedField): boolean {
  return !lasting.has(field);
}

/** Who said the value that stands now (the newest who did), and who says otherwise. */
export function weighSources(sources: Sources, field: SourcedField, value: FactValue) {
  const entries = sources[field] ?? [];
  return {
    origin: entries.find((entry) => entry.value === value),
    others: entries.filter((entry) => entry.value !== value && entry.value !== null),
  };
}
