import { describe, expect, test } from "vitest";
import { extensionOf, tidyFileName } from "@/lib/files/file-name";
import { attachmentHeader } from "@/lib/files/give-out";

describe("S48: the name of a file is a name and nothing else", () => {
  test.each([
    ["会议记录.docx", "会议记录.docx"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\王\\照片.JPG", "照片.jpg"],
    ["..", "附件"],
    ["", "附件"],
    [".pdf", "pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"],
    ["发票\u202Efdp.exe", "发票fdp.exe"],
    ["a\u0000b\u200B.png", "ab.png"],
    ["<script>.pdf", "_script_.pdf"],
    ["末尾有点.pdf.", "末尾有点.pdf"],
    ["半个字\uD800.pdf", "半个字\uFFFD.pdf"],
  ])("%j → %j", (sent, kept) => expect(tidyFileName(sent)).toBe(kept));

  test("a very long name is cut and keeps its end", () => {
    const kept = tidyFileName(`${"很".repeat(5_000)}.docx`);
    expect(kept.endsWith("很.docx")).toBe(true);
    expect([...kept]).toHaveLength(120);
  });

  test("only what follows the last point says what a file is", () => {
    expect(extensionOf("a.pdf.exe")).toBe("exe");
    expect(extensionOf("无")).toBe("");
    expect(extensionOf("a.这")).toBe("");
  });
});

test("S40: a Chinese name travels by RFC 5987, and no sign of it ends the header", () => {
  expect(attachmentHeader("张三's 会议(1).pdf")).toBe(
    "attachment; filename=\"attachment.pdf\"; filename*=UTF-8''%E5%BC%A0%E4%B8%89%27s%20%E4%BC%9A%E8%AE%AE%281%29.pdf",
  );
  expect(attachmentHeader('a"; x="\r\n.pdf')).not.toMatch(/[\r\n]|a"/);
});
