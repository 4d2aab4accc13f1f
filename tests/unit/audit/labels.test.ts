import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { actionLabel, actionWords, subjectLabel, subjectLabels } from "@/lib/audit/labels";

const root = resolve(import.meta.dirname, "../../..");

const sources = ["lib", "app", "prisma/seed", "scripts"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));

/** Files that write to the trail: they take the frame of commands, the recorder, or write entries themselves. */
const writers = sources.filter((source) => /"@\/lib\/audit\/(command|record|record-export)"|\baction: "/.test(source));

const found = (texts: string[], pattern: RegExp) => [
  ...new Set(texts.flatMap((source) => [...source.matchAll(pattern)].map(([, name = ""]) => name))),
];

const actions = [
  ...found(writers, /"([a-z][A-Za-z]*\.[a-z][A-Za-z-]*)"/g),
  ...found(writers, /recordExport\(\s*actor,\s*"([a-zA-Z]+)"/g).map((noun) => `${noun}.export`),
];

describe("every act in the code has Chinese words", () => {
  test("the search finds the acts", () => {
    expect(actions).toEqual(
      expect.arrayContaining(["park.create", "session.closeAll", "session.refuse", "audit.export"]),
    );
  });
  test.each(actions.toSorted())("%s", (action) => expect(actionWords(action)).toMatch(/^[一-龥]+$/));
});

describe("every kind of subject has Chinese words", () => {
  const subjects = found(sources, /subjectType: "([A-Za-z]+)"/g);
  test("the search finds the subjects", () => {
    expect(subjects).toEqual(expect.arrayContaining(["Park", "User", "Committee"]));
  });
  test.each(subjects.toSorted())("%s", (subject) => expect(subjectLabels[subject]).toMatch(/^[一-龥]+$/));
});

test("an entry of a version that knew more keeps its code", () => {
  expect(actionLabel("future.act")).toBe("future.act");
  expect(subjectLabel("Future")).toBe("Future");
});

test("a list that went out is called by its noun", () => expect(subjectLabel("enterprise")).toBe("企业"));
