import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { committee } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";

/** A city and a district below it, the staff of each, and everybody who is staff of neither. */
export async function cityWithDistrict() {
  const city = (await committee()).id;
  const district = (await committee({ parentId: city })).id;
  const outsiders: Actor[] = [
    staffOf(randomUUID()),
    secretaryOf("b"),
    instructorOf("i"),
    administrator(),
    auditor(),
    anonymousOf({ committeeIds: [city, district] }),
  ];
  return { city, district, cityStaff: staffOf([city, district]), districtStaff: staffOf(district), outsiders };
}

export const naming = (name = freshName("党委")) => ({
  name,
  districtName: "两江新区",
  regionCode: "500157",
  superiorBodies: ["两江新区两新工委", "两江新区网信办"],
  documentPrefix: "两江互党",
});

/** The names of a committee in the order they were held, days as written in forms. */
export async function namesOf(committeeId: string) {
  const names = await db.committeeName.findMany({ where: { committeeId }, orderBy: { validFrom: "asc" } });
  return names.map((row) => ({ ...row, validFrom: toDay(row.validFrom), validTo: row.validTo && toDay(row.validTo) }));
}

export const rowOf = (id: string) => db.committee.findUniqueOrThrow({ where: { id } });
export const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
