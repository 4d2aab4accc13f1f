import { describe, expect, test } from "vitest";
import { calendarFile } from "@/lib/documents/calendar-file";
import { propertiesOf } from "@/tests/unit/documents/read-calendar";

const long = "关于深入学习贯彻党的二十届四中全会精神、扎实开展互联网行业主题党日活动的通知要求各支部按期完成".repeat(3);
const event = {
  uid: "TASK-1-2026-11-30@portal",
  day: "2026-11-30",
  title: `${long},逗号;分号\\反斜`,
  note: "第一行\n第二行,还有",
  href: "https://dj.example.org/calendar?month=2026-11&day=2026-11-30",
};
const file = calendarFile({ name: "党建日程", day: "2026-11-23", events: [event] });

describe("a calendar as a file (RFC 5545)", () => {
  test("a long Chinese line is folded at 75 octets, never inside a character, and reads back whole", () => {
    const lines = file.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.length).toBeGreaterThan(20);
    expect(file).not.toContain("\uFFFD");
    expect(propertiesOf(file)[0]).toMatchObject({ SUMMARY: event.title });
  });

  test("commas, semicolons, backslashes and line breaks are escaped", () => {
    const unfolded = file.replaceAll("\r\n ", "");
    expect(unfolded).toContain("\\,逗号\\;分号\\\\反斜");
    expect(unfolded).toContain("DESCRIPTION:第一行\\n第二行\\,还有");
    expect(propertiesOf(file)[0]).toMatchObject({ DESCRIPTION: event.note });
  });

  test("an event is a whole day: the day itself, up to the next one", () => {
    expect(propertiesOf(file)[0]).toMatchObject({
      "DTSTART;VALUE=DATE": "20261130",
      "DTEND;VALUE=DATE": "20261201",
      UID: event.uid,
    });
    const turn = calendarFile({ name: "党建日程", day: "2026-11-23", events: [{ ...event, day: "2026-12-31" }] });
    expect(propertiesOf(turn)[0]).toMatchObject({ "DTEND;VALUE=DATE": "20270101" });
  });

  test("the same events give the same bytes", () => {
    expect(calendarFile({ name: "党建日程", day: "2026-11-23", events: [event] })).toBe(file);
  });
});
