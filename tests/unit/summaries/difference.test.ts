import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOf, type Piece } from "@/lib/summaries/rules/difference";

const side = (pieces: Piece[], state: Piece["state"]) =>
  pieces
    .filter((piece) => piece.state === "KEPT" || piece.state === state)
    .map(({ text }) => text)
    .join("");

describe("differenceOf", () => {
  test("sentence by sentence: what stayed, what went, what came", () => {
    expect(differenceOf("开展学习。缺少资金。", "开展学习。增加两次党课！")).toEqual([
      { state: "KEPT", text: "开展学习。" },
      { state: "REMOVED", text: "缺少资金。" },
      { state: "ADDED", text: "增加两次党课！" },
    ]);
  });
  test("nothing against something, and the other way round", () => {
    expect(differenceOf("", "新写。")).toEqual([{ state: "ADDED", text: "新写。" }]);
    expect(differenceOf("旧文。", "")).toEqual([{ state: "REMOVED", text: "旧文。" }]);
    expect(differenceOf("", "")).toEqual([]);
  });
  test("kept and removed make the earlier text, kept and added the later one, whatever they are", () => {
    const text = fc.array(fc.constantFrom("甲。", "乙！", "丙\n", "丁；", "戊", "。", "\n"), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const pieces = differenceOf(before, after);
        expect([side(pieces, "REMOVED"), side(pieces, "ADDED")]).toEqual([before, after]);
      }),
    );
  });
});
