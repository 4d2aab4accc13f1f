import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/lib/db/connect";
import { readSchema } from "@/tests/support/schema-file";

// The worker's database is the template: nothing but the migrations made it.
const schema = readSchema();
let client: Awaited<ReturnType<typeof connect>>;
beforeAll(async () => {
  client = await connect(process.env.DATABASE_URL ?? "");
});
afterAll(() => client.end());

/** Columns the program never sees: a trigger copies the committee of the enterprise, for the coverage query's indexes. */
const ofTheEnterprise = ["Assignment", "AssociationMembership", "BranchCoverage", "Employment", "EnterpriseLocation"];
const keptByTrigger = ofTheEnterprise.map((table) => ({
  ...{ table, column: "committeeId", type: "uuid", isNullable: true, hasDefault: false },
}));

const rows = async <T extends Record<string, unknown>>(sql: string) => (await client.query<T>(sql)).rows;

test("the migrations make exactly the columns of the schema, with their types, nullability and defaults", async () => {
  const found = await rows<{ table: string; column: string }>(`
    SELECT table_name AS "table", column_name AS "column", udt_name AS "type",
           is_nullable = 'YES' AS "isNullable", column_default IS NOT NULL AS "hasDefault"
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`);
  const sorted = (list: { table: string; column: string }[]) =>
    list.toSorted((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1));
  expect(schema.columns.length).toBeGreaterThan(150);
  expect(sorted(found)).toEqual(sorted([...schema.columns, ...keptByTrigger]));
});

test("the migrations make exactly the enums of the schema", async () => {
  const found = await rows<{ name: string; labels: string[] }>(`
    SELECT typname AS name, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`);
  expect(new Map(found.map(({ name, labels }) => [name, labels]))).toEqual(
    new Map([...schema.enums].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
});

test("every key and index of the schema is in the database; partial and exclusion ones come on top", async () => {
  const found = await rows<{ columns: string; isUnique: boolean }>(`
    SELECT format('%s(%s)', relname, string_agg(attname, ', ' ORDER BY place)) AS columns, indisunique AS "isUnique"
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    CROSS JOIN LATERAL unnest(indkey) WITH ORDINALITY AS parts(number, place)
    JOIN pg_attribute ON attrelid = indrelid AND attnum = number
    WHERE relnamespace = 'public'::regnamespace
    GROUP BY indexrelid, relname, indisunique`);
  const uniques = new Set(found.filter(({ isUnique }) => isUnique).map(({ columns }) => columns));
  const all = new Set(found.map(({ columns }) => columns));
  expect(schema.uniques.filter((wanted) => !uniques.has(wanted))).toEqual([]);
  expect(schema.indexes.filter((wanted) => !all.has(wanted))).toEqual([]);
});

test("every relation of the schema is a foreign key, and there is no other", async () => {
  const found = await rows<{ columns: string }>(`
    SELECT format('%s(%s)', relname, string_agg(attname, ', ' ORDER BY place)) AS columns
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    CROSS JOIN LATERAL unnest(conkey) WITH ORDINALITY AS parts(number, place)
    JOIN pg_attribute ON attrelid = conrelid AND attnum = number
    WHERE contype = 'f' GROUP BY pg_constraint.oid, relname`);
  const ownKeys = ofTheEnterprise.map((table) => `${table}(enterpriseId, committeeId)`);
  expect(found.map(({ columns }) => columns).sort()).toEqual([...schema.foreignKeys, ...ownKeys].sort());
});
