import { expect, test } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { pool } from "@/lib/db/client";
import { readInChunks } from "@/lib/db/read-in-chunks";

const numbers = (count: number) => Prisma.sql`SELECT n, 'x' || n FROM generate_series(1, ${count}::int) n ORDER BY n`;

test("gives all rows in order, in chunks of the asked size", async () => {
  const chunks = await Array.fromAsync(readInChunks(numbers(25), 10));
  expect(chunks.map(({ length }) => length)).toEqual([10, 10, 5]);
  expect(chunks.flat().map(([n]) => n)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  expect(chunks[0]?.[0]).toEqual([1, "x1"]);
});

test("an empty answer is no chunk at all", async () => {
  expect(await Array.fromAsync(readInChunks(numbers(0)))).toEqual([]);
});

test("every way out gives the connection back, clean", async () => {
  const rounds = (pool().options.max ?? 10) + 3;
  for (let round = 0; round < rounds; round++) {
    for await (const _chunk of readInChunks(numbers(100), 10)) break;
    await expect(Array.fromAsync(readInChunks(Prisma.sql`SELECT 1 / 0`))).rejects.toThrow("division by zero");
    const later = Prisma.sql`SELECT 1 / (15 - n) FROM generate_series(1, 100) n`;
    await expect(Array.fromAsync(readInChunks(later, 10))).rejects.toThrow("division by zero");
  }
  expect(await Array.fromAsync(readInChunks(numbers(3)))).toHaveLength(1);
});
