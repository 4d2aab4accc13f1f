import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FindingsPanel } from "@/components/rulebook/findings-panel";
import type { BranchFinding } from "@/lib/rulebook/queries/branch-findings";
import { findingsOf } from "@/lib/rulebook/rules/rulebook";
import { branchFile, members } from "@/tests/unit/rulebook/branch-file";

const silence = { id: "s1", until: "2026-12-31", reason: "正在商量合并", byName: "张工" };

/** A branch of two members, whose size is put aside. */
function findingsFor(maySilence: boolean): BranchFinding[] {
  return findingsOf(branchFile({ memberships: members(2) }), "2026-11-23").map((finding) => ({
    ...finding,
    ...(finding.rule === "branchSize"
      ? { silence, silencedUntil: silence.until }
      : { silence: null, silencedUntil: null }),
    can: { silence: maySilence },
  }));
}

const shown = (findings: BranchFinding[]) => renderToStaticMarkup(<FindingsPanel branchId="b" findings={findings} />);

test("every entry leads to its rule, and one put aside says by whom, until when and why", () => {
  const html = shown(findingsFor(false));
  expect(html).toContain('href="/rulebook#themeDay"');
  expect(html).toContain('href="/rulebook#branchSize"');
  expect(html).toContain("已暂缓 1 条");
  expect(html).toMatch(/张工暂缓到\s(<!-- -->)?2026-12-31(<!-- -->)?：(<!-- -->)?正在商量合并/);
});

test("what does not apply stands apart from what is kept", () => {
  const html = shown(findingsFor(false));
  const [, afterKept = ""] = html.split(/<summary[^>]*>符合/);
  const [kept = "", notApplicable = ""] = afterKept.split(/<summary[^>]*>不适用/);
  expect(kept).not.toContain("/rulebook#groupMeeting");
  expect(notApplicable).toContain("/rulebook#groupMeeting");
});

test("staff put a rule aside once for all its periods and take it up again; others are offered neither", () => {
  const staff = shown(findingsFor(true));
  expect(staff.match(/findings\/themeDay\/b\/silence/g)).toHaveLength(1);
  expect(staff).toContain('href="/branches/b/silences/s1/end"');
  expect(staff).not.toContain("findings/branchSize/");
  expect(staff).not.toContain("findings/groupMeeting/");
  expect(shown(findingsFor(false))).not.toMatch(/silence"|\/end"/);
});

test("who reads no findings sees no panel", () => {
  expect(shown([])).toBe("");
});
