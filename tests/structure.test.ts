import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const sourceFolders = ["app", "components", "lib", "prisma", "scripts", "tests"];

const files = sourceFolders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const text = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const textOf = (file: string) => text.get(file) ?? "";
const lines = (file: string) => textOf(file).split("\n").length - 1;

/** Folders of lib that know no noun; every other one is a domain with the eight names. */
const infrastructure = [
  "audit",
  "auth",
  "crypto",
  "db",
  "documents",
  "files",
  "forms",
  "guest-links",
  "identifiers",
  "jobs",
  "outbox",
  "search",
  "sheets",
];
const domains = readdirSync(join(root, "lib"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !infrastructure.includes(entry.name))
  .map((entry) => entry.name);

const eightNames = ["schema", "labels", "policy", "workflow", "rules", "queries", "commands", "actions"];

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b(?!\s+type\b)[^;"']*?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** What a file needs at run time: type-only imports bind nothing. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? "");
}

function resolveImport(from: string, specifier: string): string | null {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? relative(root, resolve(root, dirname(from), specifier))
      : null;
  if (base === null) return null;
  return [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`].find((name) => text.has(name)) ?? null;
}

const edges = new Map(
  files.map((file) => [file, importsOf(file).flatMap((specifier) => resolveImport(file, specifier) ?? [])]),
);

const offenders = (isWrong: (file: string) => boolean) => files.filter(isWrong);
const domainOf = (file: string) => domains.find((domain) => file.startsWith(`lib/${domain}/`));

describe("a domain folder has eight names", () => {
  test("no ninth name", () => {
    const wrong = offenders((file) => {
      const domain = domainOf(file);
      const name = domain && file.slice(`lib/${domain}/`.length).split("/")[0]?.replace(/\.ts$/, "");
      return name !== undefined && name !== "" && !eightNames.includes(name);
    });
    expect(wrong).toEqual([]);
  });

  test("no drawer for odds and ends, no barrel", () => {
    const drawer = /(^|\/)(utils?|helpers?|services|common|misc|types|hooks|constants)(\/|\.tsx?$)/;
    expect(offenders((file) => drawer.test(file) || /\/index\.tsx?$/.test(file))).toEqual([]);
  });
});

describe("who may touch what", () => {
  test("the database is opened only by queries, commands and infrastructure", () => {
    const allowed =
      /^(lib\/[^/]+\/(queries|commands)(\.ts|\/)|lib\/(auth|audit|db|guest-links|jobs)\/|prisma\/seed\/|scripts\/|tests\/)/;
    const wrong = offenders(
      (file) =>
        !allowed.test(file) &&
        (edges.get(file) ?? []).some((target) => /^lib\/db\/(client|transaction)\.ts$/.test(target)),
    );
    // The readiness route asks through lib/db/ready, which is infrastructure.
    expect(wrong).toEqual([]);
  });

  test("queries, commands, rules and policies know nothing of next", () => {
    const inner = /^lib\/[^/]+\/(queries|commands|rules|policy|workflow|schema)(\.ts|\/)/;
    const wrong = offenders((file) => inner.test(file) && importsOf(file).some((name) => /^next(\/|$)/.test(name)));
    expect(wrong).toEqual([]);
  });

  test("reads and writes stay on the server", () => {
    const server = /^lib\/[^/]+\/(queries|commands)(\.ts|\/)/;
    const wrong = offenders(
      (file) => server.test(file) && domainOf(file) !== undefined && !textOf(file).includes('import "server-only"'),
    );
    expect(wrong).toEqual([]);
  });

  test('"use server" stands only in actions', () => {
    expect(
      offenders((file) => /^\s*["']use server["']/m.test(textOf(file)) && !/\/actions(\.ts|\/)/.test(file)),
    ).toEqual([]);
  });

  test("rules and policies ask no clock and no database", () => {
    const pure = /^lib\/[^/]+\/(rules|policy|workflow)(\.ts|\/)/;
    expect(
      offenders((file) => pure.test(file) && /new Date\(\)|Date\.now\(\)|\btoday\(\)|await /.test(textOf(file))),
    ).toEqual([]);
  });

  test("an actor is minted by lib/auth, the seed and the tests only", () => {
    const allowed = /^(lib\/auth\/|prisma\/seed\/|tests\/)/;
    const wrong = offenders((file) => !allowed.test(file) && /\bmintActor\(/.test(textOf(file)));
    expect(wrong).toEqual([]);
  });

  test("a screen never sees a role", () => {
    const role = /["'](STAFF|SECRETARY|INSTRUCTOR|ADMIN|AUDITOR)["']/;
    expect(offenders((file) => /^(app|components)\//.test(file) && role.test(textOf(file)))).toEqual([]);
  });

  test("raw SQL is always a tagged template", () => {
    expect(
      offenders((file) => /\$(queryRaw|executeRaw)Unsafe/.test(textOf(file)) && file !== "tests/structure.test.ts"),
    ).toEqual([]);
  });
});

describe("imports lead downwards", () => {
  test("lib knows neither app nor components, components not app, infrastructure no noun", () => {
    const wrong = files.flatMap((file) =>
      (edges.get(file) ?? [])
        .filter(
          (target) =>
            (file.startsWith("lib/") && /^(app|components)\//.test(target)) ||
            (file.startsWith("components/") && target.startsWith("app/")) ||
            (infrastructure.some((name) => file.startsWith(`lib/${name}/`)) && domainOf(target) !== undefined) ||
            (/^(lib|app|components)\//.test(file) && /^(tests|scripts)\//.test(target)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no circle", () => {
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      state.set(file, "open");
      for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, "done");
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("a command calls no other noun's command", () => {
    const wrong = files.flatMap((file) => {
      const domain = domainOf(file);
      if (!domain || !/\/commands(\.ts|\/)/.test(file)) return [];
      return (edges.get(file) ?? [])
        .filter((target) => /\/commands(\.ts|\/)/.test(target) && domainOf(target) !== domain)
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe("tests that share a process", () => {
  test("one that puts a module in place of another is kept apart", () => {
    const replaces = /\bvi\.(do)?[mM]ock\(/;
    const wrong = (file: string) => replaces.test(textOf(file)) && !file.endsWith(".mocked.test.ts");
    expect(offenders((file) => file.startsWith("tests/") && file !== "tests/structure.test.ts" && wrong(file))).toEqual(
      [],
    );
  });
});

describe("sizes", () => {
  test("no file over 250 lines", () => {
    expect(offenders((file) => lines(file) > 250).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  test("no folder over 15 files", () => {
    const folders = Map.groupBy(files, (file) => dirname(file));
    expect(
      [...folders].filter(([, inside]) => inside.length > 15).map(([folder, inside]) => `${folder}: ${inside.length}`),
    ).toEqual([]);
  });
});

describe("words", () => {
  const models = readdirSync(join(root, "prisma/models")).map((name) =>
    readFileSync(join(root, "prisma/models", name), "utf8"),
  );

  test("every model and enum has its Chinese name above it", () => {
    const unnamed = models.flatMap((model) =>
      [...model.matchAll(/(?:^|\n)(.*)\n(?:model|enum) (\w+)/g)]
        .filter(([, above]) => !/^\/\/\/ .*[一-龥]/.test(above ?? ""))
        .map(([, , name]) => name),
    );
    expect(unnamed).toEqual([]);
  });

  test("every enum value has a Chinese word", () => {
    const labels = files
      .filter((file) => /\/labels\.ts$/.test(file))
      .map(textOf)
      .join("\n");
    const enums = models.flatMap((model) => [...model.matchAll(/\nenum (\w+)/g)].map(([, name]) => name));
    const alsoFirst = models.flatMap((model) => [...model.matchAll(/^\/\/\/.*\nenum (\w+)/g)].map(([, name]) => name));
    const missing = [...enums, ...alsoFirst].filter((name) => !new RegExp(`Record<${name}, string>`).test(labels));
    expect([...new Set(missing)]).toEqual([]);
  });
});
