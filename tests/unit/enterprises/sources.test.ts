import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canGrowStale,
  type FieldSource,
  factSources,
  isStale,
  readSources,
  type Sources,
  weighSources,
  withSource,
} from "@/lib/enterprises/rules/sources";

const said = (source: FieldSource["source"], on: string, value: FieldSource["value"]): FieldSource => ({
  source,
  on,
  value,
});

const heard = (...entries: FieldSource[]) =>
  entries.reduce<Sources>((sources, entry) => withSource(sources, "employeeCount", entry), {}).employeeCount ?? [];

describe("withSource", () => {
  test("puts the newest day first, whatever the order in which it is heard", () => {
    const park = said("PARK", "2026-03-01", 380);
    const visit = said("VISIT", "2026-05-01", 400);
    expect(heard(park, visit)).toEqual([visit, park]);
    expect(heard(visit, park)).toEqual([visit, park]);
  });

  test("keeps of each source what it said last", () => {
    const visit = said("VISIT", "2026-05-01", 400);
    expect(heard(said("PARK", "2026-03-01", 380), visit, said("PARK", "2026-06-01", 390))).toEqual([
      said("PARK", "2026-06-01", 390),
      visit,
    ]);
  });

  test("of one day the later word of a source replaces the earlier one", () => {
    expect(heard(said("STAFF", "2026-03-01", 1), said("STAFF", "2026-03-01", 2))).toEqual([
      said("STAFF", "2026-03-01", 2),
    ]);
  });

  test("of one day the source that spoke last stands first", () => {
    const registry = said("REGISTRY", "2026-03-01", 1);
    const staff = said("STAFF", "2026-03-01", 2);
    expect(heard(registry, staff)).toEqual([staff, registry]);
  });

  test("an older word of the same source changes nothing", () => {
    const sources = withSource({}, "employeeCount", said("PARK", "2026-06-01", 390));
    expect(withSource(sources, "employeeCount", said("PARK", "2026-03-01", 380))).toBe(sources);
  });

  test("leaves other fields and the given object alone", () => {
    const before: Sources = { address: [said("PARK", "2026-01-01", "A1栋")] };
    const after = withSource(before, "employeeCount", said("PARK", "2026-03-01", 380));
    expect(after.address).toBe(before.address);
    expect(before).not.toHaveProperty("employeeCount");
  });

  test("keeps where an import's word came from", () => {
    const entry = { ...said("REGISTRY", "2026-03-01", 380), importId: "i1" };
    expect(heard(entry)).toEqual([entry]);
  });

  const anEntry = fc.record({
    source: fc.constantFrom(...factSources),
    on: fc.constantFrom("2025-01-01", "2025-06-30", "2026-02-28", "2026-11-23"),
    value: fc.integer({ min: 0, max: 9 }),
  });

  test("whatever is heard: one entry a source, newest first, and each source's newest day", () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 30 }), (entries) => {
        const kept = heard(...entries);
        expect(new Set(kept.map(({ source }) => source)).size).toBe(kept.length);
        expect(kept.map(({ on }) => on)).toEqual(kept.map(({ on }) => on).toSorted((a, b) => b.localeCompare(a)));
        for (const { source, on } of kept) {
          const days = entries.filter((entry) => entry.source === source).map((entry) => entry.on);
          expect(on).toBe(days.toSorted().at(-1));
        }
        expect(kept.length).toBe(new Set(entries.map(({ source }) => source)).size);
      }),
    );
  });
});

describe("isStale", () => {
  const entry = said("PARK", "2026-05-27", 380);
  test("fresh on the last day the setting allows, stale on the next", () => {
    expect(isStale(entry, "2026-11-23", 180)).toBe(false);
    expect(isStale(entry, "2026-11-24", 180)).toBe(true);
  });
  test("a longer setting keeps it fresh", () => expect(isStale(entry, "2026-11-24", 181)).toBe(false));
  test("what nobody is known to have said is stale", () => expect(isStale(undefined, "2026-11-23", 180)).toBe(true));
  test("a name and a credit code do not grow old, numbers and contacts do", () => {
    expect([canGrowStale("name"), canGrowStale("creditCode"), canGrowStale("registeredOn")]).toEqual([
      false,
      false,
      false,
    ]);
    expect([canGrowStale("employeeCount"), canGrowStale("contactPhone"), canGrowStale("isSettled")]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("weighSources", () => {
  const sources: Sources = {
    employeeCount: [
      said("VISIT", "2026-05-01", 400),
      said("PARK", "2026-04-01", 380),
      said("STAFF", "2026-03-01", 400),
    ],
  };
  test("the origin is the newest who said the value that stands; the others are those who say otherwise", () => {
    expect(weighSources(sources, "employeeCount", 400)).toEqual({
      origin: said("VISIT", "2026-05-01", 400),
      others: [said("PARK", "2026-04-01", 380)],
    });
  });
  test("a value nobody said has no origin", () => {
    expect(weighSources(sources, "employeeCount", 7).origin).toBeUndefined();
  });
  test("a source that knows nothing does not contradict", () => {
    expect(weighSources({ address: [said("PARK", "2026-01-01", null)] }, "address", "A1栋").others).toEqual([]);
  });
});

test("a column that holds no object counts as empty", () => {
  expect([readSources(null), readSources([]), readSources("x"), readSources(1)]).toEqual([{}, {}, {}, {}]);
});
