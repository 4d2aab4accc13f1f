import { inject } from "vitest";

/** The address of a database on the tests' server. */
export function databaseAt(database: string): string {
  const address = new URL(inject("testServer").url);
  address.pathname = `/${database}`;
  return address.href;
}
