import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { allFindings, listFindings } from "@/lib/rulebook/queries/list-findings";
import { findingList } from "@/lib/rulebook/schema";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { silence } from "@/tests/support/factories/quarter";
import { branch, committee } from "@/tests/support/factories/registers";

const day = "2026-11-23";
let city: Actor;
let ids: { north: string; south: string; a: string; b: string };

beforeAll(async () => {
  const [north, south] = [(await committee({ name: "北区党委" })).id, (await committee({ name: "南区党委" })).id];
  const a = await branch({ committeeId: north, name: "艾达党支部", termEndsOn: "2026-01-01" });
  const b = await branch({ committeeId: south, name: "博达党支部", termEndsOn: "2027-03-01" });
  await branch({ committeeId: south, name: "旧支部", dissolvedOn: "2026-01-01" });
  await silence({ branchId: b.id, rule: "branchSize", until: "2026-12-01" });
  ids = { north, south, a: a.id, b: b.id };
  city = staffOf([north, south], { day });
});

const listed = async (asked: Record<string, string>, actor = city) =>
  (await allFindings(actor, findingList.parse(asked))).map(({ branchName, rule }) => `${branchName} ${rule}`);

describe("the list of findings", () => {
  test("holds what is open: nothing kept, nothing that does not apply, nothing put aside", async () => {
    const { rows, total } = await listFindings(city, findingList.parse({}));
    expect(total).toBe(rows.length);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(["BREACHED", "DUE"]));
    expect(rows.every(({ silencedUntil }) => silencedUntil === null)).toBe(true);
    expect(new Set(rows.map(({ committeeName }) => committeeName))).toEqual(new Set(["北区党委", "南区党委"]));
  });

  test("what is not kept stands first, then by day", async () => {
    const { rows } = await listFindings(city, findingList.parse({}));
    const places = rows.map(({ outcome, dueOn }) => `${outcome === "BREACHED" ? 0 : 1} ${dueOn ?? "9999"}`);
    expect(places).toEqual(places.toSorted());
  });

  test.each([
    [{ rule: "term" }, ["艾达党支部 term"]],
    [{ rule: "electionReminder" }, ["博达党支部 electionReminder"]],
    [{ rule: "branchSize" }, ["艾达党支部 branchSize"]],
    [{ rule: "branchSize", silenced: "1", sort: "branch" }, ["艾达党支部 branchSize", "博达党支部 branchSize"]],
    [{ rule: "branchSize", silenced: "1", sort: "-branch" }, ["博达党支部 branchSize", "艾达党支部 branchSize"]],
    [{ rule: "jointBranch" }, []],
    [{ rule: "jointBranch", outcome: "NOT_APPLICABLE", q: "bd" }, ["博达党支部 jointBranch"]],
    [{ rule: "term", outcome: "FULFILLED" }, ["博达党支部 term"]],
    [{ rule: "nonsense", outcome: "nonsense", q: "没有的支部" }, []],
  ])("%j", async (asked, expected) => {
    expect(await listed(asked as Record<string, string>)).toEqual(expected);
  });

  test("by committee", async () => {
    const names = (await allFindings(city, findingList.parse({ committee: ids.south }))).map((row) => row.branchName);
    expect(new Set(names)).toEqual(new Set(["博达党支部"]));
  });

  test("shows each only the own scope", async () => {
    const seen = async (actor: Actor) =>
      [...new Set((await allFindings(actor, findingList.parse({}))).map(({ branchId }) => branchId))].toSorted();
    expect(await seen(city)).toEqual([ids.a, ids.b].toSorted());
    expect(await seen(staffOf(ids.north, { day }))).toEqual([ids.a]);
    expect(await seen(secretaryOf(ids.b, { day }))).toEqual([ids.b]);
    for (const actor of [instructorOf(ids.a, { day }), administrator({ day }), auditor({ day })]) {
      expect(await seen(actor)).toEqual([]);
    }
  });
});
